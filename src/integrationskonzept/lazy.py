"""Public names of a package that are imported from their modules on first use.

Importing the package costs next to nothing, so this module imports neither `typing` nor `collections`.
"""

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


def lazy_names(
    scope: "dict[str, object]",
    modules: "Mapping[str, Iterable[str]]",
    packages: "Iterable[str]" = (),
    home: "str | None" = None,
) -> "tuple[list[str], Callable[[str], object], Callable[[], list[str]]]":
    """Return the values of ``__all__``, ``__getattr__`` and ``__dir__`` for a package.

    Args:
        scope: The ``globals()`` of the package; a name is kept there once it is imported.
        modules: The public names by module, whose name is relative to the package, or to `home`.
        packages: Packages below it that can be reached as attributes.
        home: The package that the names of modules are relative to, if it is another one.
    """
    name = home or scope["__name__"]
    module_of = {each: module for module, names in modules.items() for each in names}
    inside = frozenset(packages)

    def get(wanted: str) -> object:
        if wanted in module_of:
            found: object = getattr(import_module(f"{name}.{module_of[wanted]}"), wanted)
        elif wanted in inside:
            found = import_module(f"{name}.{wanted}")
        else:
            raise AttributeError(f"module {name!r} has no attribute {wanted!r}")
        if isinstance(found, type) and "__attrs_attrs__" in vars(found):
            import_module("integrationskonzept.class_docs").document_class(found)
        scope[wanted] = found
        return found

    return sorted(module_of), get, lambda: sorted({*scope, *module_of, *inside})
