/* Search in the pages of this site. Without this script the site is complete; there is only no search. */
(function () {
  "use strict";
  var box = document.getElementById("search");
  if (!box || typeof searchIndex === "undefined") { return; }
  var input = document.getElementById("search-words");
  var results = document.getElementById("search-results");
  var count = document.getElementById("search-count");
  box.hidden = false;

  function found(words) {
    return searchIndex.filter(function (row) {
      var text = (row[0] + " " + row[3]).toLowerCase();
      return words.every(function (word) { return text.indexOf(word) >= 0; });
    }).sort(function (one, other) {
      return titled(other, words) - titled(one, words);
    });
  }

  function titled(row, words) {
    var title = row[0].toLowerCase();
    return words.filter(function (word) { return title.indexOf(word) >= 0; }).length;
  }

  function show(event) {
    if (event) { event.preventDefault(); }
    var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    results.textContent = "";
    count.textContent = "";
    if (!words.length) { return; }
    var rows = found(words);
    count.textContent = box.getAttribute("data-found").replace("{count}", String(rows.length));
    rows.slice(0, 50).forEach(function (row) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = box.getAttribute("data-root") + row[1];
      link.textContent = row[0];
      item.appendChild(link);
      item.appendChild(document.createTextNode(" (" + row[2] + ")"));
      results.appendChild(item);
    });
  }

  box.querySelector("form").addEventListener("submit", show);
  input.addEventListener("input", function () { show(null); });
}());
