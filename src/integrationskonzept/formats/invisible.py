"""Characters that change how a text is read and cannot be seen: a file shows them as escapes or not at all."""

from integrationskonzept.printable import INVISIBLE

__all__ = ["INVISIBLE"]
