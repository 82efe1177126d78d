"""Discovery of the variations of a room: its checks, kinds of page, exports and formats."""

import importlib
import pkgutil
from types import MappingProxyType, ModuleType

_CONTRACTS = MappingProxyType(
    {
        "checks": (("CODE", "LEVEL", "BASIS", "check"), ("CODE", "LEVEL", "BASIS", "EACH", "each")),
        "pages": (("TEMPLATE", "View", "pages"), ("TEMPLATE", "View", "EACH", "page")),
        "exports": (("export",), ("parts",)),
        "importing.formats": (("ENDINGS", "read"),),
    }
)


def discover(folder: str) -> tuple[ModuleType, ...]:
    """The modules of a room that keep its contract, sorted; others are shared code; half a contract is a bug."""
    package = importlib.import_module(f"palmarium.{folder}")
    modules = []
    for found in sorted(pkgutil.iter_modules(package.__path__), key=lambda m: m.name):
        module = importlib.import_module(f"{package.__name__}.{found.name}")
        lacking = [[name for name in contract if name not in vars(module)] for contract in _CONTRACTS[folder]]
        missing = min(lacking, key=len)
        if all(len(names) == len(contract) for names, contract in zip(lacking, _CONTRACTS[folder], strict=True)):
            continue
        if missing:
            raise TypeError(f"{module.__name__} does not define {', '.join(missing)}")
        modules.append(module)
    return tuple(modules)
