"""An import contract: what a part of the product may use from outside, the standard library aside."""

import sys

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class ThirdPartyContract(Contract):
    """`modules` import nothing from outside but `allowed`; each violation is printed with its line."""

    modules: list[str] = fields.ListField(subfield=fields.StringField())  # type: ignore[assignment]
    allowed: list[str] = fields.ListField(subfield=fields.StringField())  # type: ignore[assignment]

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002, FBT001 (their signature)
        """Look at every direct import of every module."""
        permitted = {*sys.stdlib_module_names, *self.allowed}
        broken = [
            f"{importer} imports {imported}"
            for importer in sorted(_within(graph, self.modules))
            for imported in sorted(graph.find_modules_directly_imported_by(importer))
            if graph.is_module_squashed(imported) and imported not in permitted
        ]
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print the imports that break the rule."""
        for line in check.metadata["broken"]:
            output.print_error(line)


def _within(graph: ImportGraph, packages: list[str]) -> set[str]:
    return {name for package in packages for name in {package, *graph.find_descendants(package)}}
