"""Commands of the tests inside the CMS, with its own Python and models.

Reads a line of JSON with the name of a function and what to give it, and answers with another.
"""

import json
import sys
import traceback
from typing import Any

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402 - only after Django is set up
from django.core.management import call_command  # noqa: E402 - the same
from integreat_cms.cms.constants import region_status, status  # noqa: E402 - the same
from integreat_cms.cms.models import (  # noqa: E402 - the same
    Event,
    ExternalCalendar,
    Language,
    LanguageTreeNode,
    Page,
    PageTranslation,
    Region,
)

LANGUAGES = {
    "de": ("de-de", "Deutsch", "German", "de", "LEFT_TO_RIGHT"),
    "en": ("en-us", "English", "English", "gb", "LEFT_TO_RIGHT"),
    "ar": ("ar-ma", "العربية", "Arabic", "ma", "RIGHT_TO_LEFT"),
}
STATUSES = {"public": status.PUBLIC, "draft": status.DRAFT}


def language(slug: str) -> Any:
    """Return a language, made when first asked for."""
    tag, native, english, country, direction = LANGUAGES[slug]
    made, _ = Language.objects.get_or_create(
        slug=slug,
        defaults={
            "bcp47_tag": tag,
            "native_name": native,
            "english_name": english,
            "primary_country_code": country,
            "text_direction": direction,
            "table_of_contents": native,
        },
    )
    return made


def region(slug: str, languages: list[str]) -> None:
    """Make a region, its first language being the default."""
    made = Region.objects.create(
        name=slug.title(),
        slug=slug,
        status=region_status.ACTIVE,
        postal_code="12345",
        admin_mail="admin@example.org",
        timezone="Europe/Berlin",
        latitude=52.5,
        longitude=13.4,
        longitude_min=13.0,
        latitude_min=52.0,
        longitude_max=14.0,
        latitude_max=53.0,
        locations_enabled=True,
    )
    root = LanguageTreeNode.add_root(language=language(languages[0]), region=made)
    for other in languages[1:]:
        LanguageTreeNode.objects.get(pk=root.pk).add_child(language=language(other), region=made, parent=root)


def page(
    region: str,
    token: str,
    translations: dict[str, list[str]],
    parent: int | None = None,
    archived: bool = False,
) -> int:
    """Make a page with, for each language, title, slug, status and content; return its number."""
    home = Region.objects.get(slug=region)
    if parent is None:
        made = Page.add_root(region=home, api_token=token, explicitly_archived=archived)
    else:
        above = Page.objects.get(pk=parent)
        made = above.add_child(region=home, api_token=token, parent=above, explicitly_archived=archived)
    for slug, (title, name, state, content) in translations.items():
        PageTranslation.objects.create(
            page=made,
            language=language(slug),
            title=title,
            slug=name,
            status=STATUSES[state],
            content=content,
            version=1,
        )
    number: int = made.pk
    return number


def versions(number: int, language: str) -> int:
    """Count the versions of a page in a language."""
    count: int = PageTranslation.objects.filter(page=number, language__slug=language).count()
    return count


def newest(number: int, language: str) -> str:
    """Return the content of the newest version of a page, seen or not."""
    content: str = PageTranslation.objects.filter(page=number, language__slug=language).order_by("-version")[0].content
    return content


def calendar(region: str, url: str) -> int:
    """Have a calendar imported into a region, filtered as it is by default."""
    home = Region.objects.get(slug=region)
    made: int = ExternalCalendar.objects.create(region=home, name="Integrationskonzept", url=url).pk
    return made


def imported(calendar: int) -> dict[str, Any]:
    """Run the nightly import, and return its errors and the events there are then, by UID."""
    call_command("import_events", stdout=sys.stderr)
    events = Event.objects.filter(external_calendar=calendar)
    return {
        "errors": ExternalCalendar.objects.get(pk=calendar).errors,
        "filter": ExternalCalendar.objects.get(pk=calendar).import_filter_category,
        "events": [[event.external_event_id, event.pk] for event in events],
    }


def staff(name: str, password: str) -> None:
    """Make somebody who may do everything."""
    made, _ = get_user_model().objects.get_or_create(
        username=name, defaults={"is_superuser": True, "is_staff": True, "email": f"{name}@example.org"}
    )
    made.set_password(password)
    made.save()


def answer(line: str) -> dict[str, Any]:
    """Do what a line asks for."""
    name, given = json.loads(line)
    try:
        return {"done": globals()[name](**given)}
    except Exception:  # noqa: BLE001 - the test is told whatever went wrong
        return {"failed": traceback.format_exc()}


if __name__ == "__main__":
    told, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        told.write(json.dumps(answer(line)) + "\n")
        told.flush()
