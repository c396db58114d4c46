"""The figures for operators are in the form that Prometheus reads, and each says what it is."""

import json
import re
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from bot.chat.wire.metrics import Metrics

DASHBOARD = Path(__file__).parents[3] / "deploy/grafana-dashboard.json"


def samples(metrics: Metrics) -> dict[str, float]:
    """Each figure by its name and labels."""
    families = text_string_to_metric_families(metrics.text().decode())
    return {
        sample.name + "".join(f" {value}" for value in sample.labels.values()): sample.value
        for family in families
        for sample in family.samples
    }


def test_what_happens_is_counted_by_its_kind() -> None:
    metrics = Metrics()
    for kind in ("answered", "answered", "refused"):
        metrics.count("questions", kind)
    metrics.count("updates", "again", 3)
    found = samples(metrics)
    assert found["quoth_questions_total answered"] == 2
    assert found["quoth_questions_total refused"] == 1
    assert found["quoth_updates_total again"] == 3


def test_how_long_something_took_is_counted_in_buckets() -> None:
    metrics = Metrics()
    for seconds in (0.001, 0.2, 99):
        metrics.answered_in(seconds)
    metrics.called_in(0.2)
    found = samples(metrics)
    assert found["quoth_answer_seconds_bucket 0.005"] == 1
    assert found["quoth_answer_seconds_bucket 0.25"] == 2
    assert found["quoth_answer_seconds_bucket +Inf"] == found["quoth_answer_seconds_count"] == 3
    assert found["quoth_api_seconds_count"] == 1


def test_a_gauge_is_asked_whenever_somebody_looks() -> None:
    metrics, now = Metrics(), 3.0
    metrics.show("passages", "Passages that serve", lambda: now)
    assert samples(metrics)["quoth_passages"] == 3
    now = 4.0
    assert samples(metrics)["quoth_passages"] == 4


def test_what_serves_and_what_it_takes_of_the_machine_is_told() -> None:
    text = Metrics().text().decode()
    assert re.search(r'quoth_build_info{.*version="\d', text)
    assert "process_resident_memory_bytes " in text


def test_every_figure_says_what_it_is_and_none_is_about_people() -> None:
    families = list(text_string_to_metric_families(Metrics().text().decode()))
    assert [family.name for family in families if not family.documentation] == []
    labels = {label for family in families for sample in family.samples for label in sample.labels}
    assert labels <= {"kind", "le", "version", "python", "telegram"}


def test_the_dashboard_shows_only_figures_that_there_are() -> None:
    metrics = Metrics()
    for name in ("articles", "passages", "edition_read_timestamp_seconds", "updates_in_flight"):
        metrics.show(name, "shown by the parts that know it", lambda: 0.0)
    metrics.show("loop_longest_callback_seconds", "shown by the loop", lambda: 0.0)
    there = {name.partition(" ")[0] for name in samples(metrics)} | counters()
    asked = set(re.findall(r"\b(?:quoth|process)_\w+", " ".join(queries())))
    assert asked
    assert asked - there == set()


def counters() -> set[str]:
    """Counters of which there is nothing to show before the first event."""
    families = text_string_to_metric_families(Metrics().text().decode())
    return {f"{family.name}_total" for family in families if family.type == "counter"}


def queries() -> list[str]:
    dashboard = json.loads(DASHBOARD.read_text("utf-8"))
    return [target["expr"] for panel in dashboard["panels"] for target in panel.get("targets", [])]
