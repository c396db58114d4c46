from bot.chat.wire.metrics import Metrics


def test_figures_are_in_the_form_that_prometheus_reads() -> None:
    metrics = Metrics()
    metrics.count("questions", "answered")
    metrics.count("questions", "answered")
    metrics.count("questions", "refused")
    metrics.gauges["passages"] = lambda: 3.0
    for seconds in (0.001, 0.2, 99):
        metrics.answer_seconds.add(seconds)
    lines = metrics.text().splitlines()
    assert lines[:3] == [
        "# TYPE quoth_questions_total counter",
        'quoth_questions_total{kind="answered"} 2',
        'quoth_questions_total{kind="refused"} 1',
    ]
    assert "quoth_passages 3" in lines
    assert 'quoth_answer_seconds_bucket{le="0.005"} 1' in lines
    assert 'quoth_answer_seconds_bucket{le="0.25"} 2' in lines
    assert 'quoth_answer_seconds_bucket{le="+Inf"} 3' in lines
    assert "quoth_answer_seconds_count 3" in lines
