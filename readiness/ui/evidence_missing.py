"""Why a figure is missing, in the words that people have for logs and their columns."""

import re

from readiness.domain.columns import ColumnContent

_NO_COLUMN = re.compile(r"column (\w+)\.(\w+) missing")
_BRACKETS = re.compile(r" \(.*\)$")
_NO_FILE = re.compile(r"no file of (.+)")


def in_words(reason: str, content: ColumnContent) -> str:
    """*column deviations.step missing* as *the deviation log has no column for
    process step*.

    Total: any other reason is given back as it is.
    """
    kinds = {str(kind): spec for kind, spec in content.kinds.items()}
    if (lack := _NO_COLUMN.fullmatch(reason)) and lack[1] in kinds:
        spec = kinds[lack[1]]
        field = spec.fields.get(lack[2])
        label = _BRACKETS.sub("", field.label if field else lack[2].replace("_", " "))
        return f"the {spec.name} has no column for {label[:1].lower()}{label[1:]}"
    if (lack := _NO_FILE.fullmatch(reason)) and lack[1].replace(" ", "_") in kinds:
        return f"no {kinds[lack[1].replace(' ', '_')].name}"
    return reason
