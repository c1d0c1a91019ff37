"""The tables of the model map: what is chosen from, and what is hidden."""

from readiness.workspace.model_map import keep_links, keep_nodes
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose


def test_both_tables_show_what_is_stored(look: Opener, desk: Session, begun: str) -> None:
    keep_nodes(desk, begun, [{"kind": "site", "name": "Own"}, {"kind": "step", "name": "Grow"}])
    link = {"source": "own", "kind": "runs", "target": "grow", "process_version": "MBR 3"}
    keep_links(desk, begun, [link])
    app = choose(look("operating_model", begun), "Part", "Model map")
    nodes, links = (table.value for table in app.dataframe)
    assert list(nodes["name"]) == ["Own", "Grow"]
    assert list(links["process_version"]) == ["MBR 3"]
    assert any("**Point of care**" in text.value for text in app.markdown)
