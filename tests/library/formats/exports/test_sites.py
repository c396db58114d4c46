"""What blogs, forums and lists of articles export."""

import json
from datetime import date

from bot.core.nouns import Article
from bot.library.formats.registry import Parsed, parse_file

SPACES = 'xmlns:content="c" xmlns:dc="d" xmlns:wp="http://wordpress.org/export/1.2/"'


def articles(parsed: Parsed) -> list[Article]:
    assert parsed.problems == ()
    return [reading.article for reading in parsed.readings]


def remarks(parsed: Parsed) -> list[str]:
    return [remark.reason for remark in parsed.remarks]


def wordpress(*items: str) -> Parsed:
    channel = (
        f"<channel><title>Vell &amp;amp; Tarn</title><language>en-GB</language>{''.join(items)}</channel>"
    )
    spaces = SPACES.replace('"c"', '"http://purl.org/rss/1.0/modules/content/"')
    return parse_file("site.xml", f'<rss version="2.0" {spaces}>{channel}</rss>'.encode())


def item(text: str, number: int = 1, status: str = "publish", kind: str = "post", more: str = "") -> str:
    return (
        f"<item><title>The ferry</title><link>https://vell.example/{number}</link><dc:creator>edda</dc:creator>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_date>2021-03-04 09:00:00</wp:post_date><wp:status>{status}</wp:status>"
        f"<wp:post_type>{kind}</wp:post_type>{more}</item>"
    )


def test_a_post_of_wordpress_has_its_title_date_and_address() -> None:
    [post] = articles(
        wordpress(item("<!-- wp:paragraph --><p>She carries 38 cars.</p><!-- /wp:paragraph -->"))
    )
    assert (post.id, post.title, post.publisher) == ("site/1", "The ferry", "Vell & Tarn")
    assert (post.published, post.url, post.author) == (date(2021, 3, 4), "https://vell.example/1", "edda")
    assert post.text == "She carries 38 cars."


def test_what_was_not_published_is_never_read_and_counted() -> None:
    secret = "<p>The harbour master will resign in June.</p>"
    parsed = wordpress(
        item("<p>She carries 38 cars.</p>"),
        *(
            item(secret, n, status)
            for n, status in enumerate(("draft", "private", "future", "trash", "pending"), 2)
        ),
        item(secret, 7, "inherit", "revision"),
        item(secret, 8, "publish", "nav_menu_item"),
        item(secret, 9, "publish", "post", "<wp:post_password>x</wp:post_password>"),
        item(secret, 10, "publish", "wp_block"),
        item("<p>The inn has twelve rooms.</p>", 11, "publish", "page"),
    )
    assert [article.id for article in articles(parsed)] == ["site/1", "site/11"]
    [remark] = remarks(parsed)
    assert all(
        f"{kind} ×1" in remark
        for kind in ("draft", "private", "future", "revision", "nav_menu_item", "protected", "wp_block")
    )


def test_shortcodes_are_cut_and_words_in_brackets_stay() -> None:
    [post] = articles(
        wordpress(
            item(
                "She carries [sic] 38 cars [ref id=3] in all.\n\n"
                '[caption id="x"]<img src="a.jpg"> The Kestrel[/caption]\n\n'
                "[quote]She leaves at 6:40.[/quote]\n\n[gallery ids=1,2]\n\n[su_note]She is red.[/su_note]"
            )
        )
    )
    assert post.text.split("\n\n") == [
        "She carries [sic] 38 cars in all.",
        "She leaves at 6:40.",
        "She is red.",
    ]


def test_a_broken_export_of_wordpress_is_refused_by_name_and_expands_nothing() -> None:
    broken = f"<rss {SPACES}><channel><item><wp:status>publish</wp:status>".encode()
    [problem] = parse_file("site.xml", broken).problems
    assert "no XML" in problem.reason
    laughs = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    bomb = f'<!DOCTYPE rss [<!ENTITY a "ha">{laughs}]><rss {SPACES}><channel>{item("x")}&i;</channel></rss>'
    parsed = parse_file("site.xml", bomb.encode())
    assert not any("ha" in article.text for article in (r.article for r in parsed.readings))


def exported(found: object) -> Parsed:
    return parse_file("result.json", json.dumps(found).encode())


CHANNEL = {
    "name": "Harbour news",
    "type": "public_channel",
    "id": 12,
    "messages": [
        {"id": 1, "type": "service", "date": "2021-03-01T09:00:00", "action": "create_channel", "text": ""},
        {
            "id": 2,
            "type": "message",
            "date": "2021-03-04T09:00:00",
            "from": "Edda",
            "text": ["The crane of ", {"type": "bold", "text": "pier 4"}, " is out of order."],
        },
        {
            "id": 3,
            "type": "message",
            "date": "2021-03-05T10:00:00",
            "from": "Tam",
            "text": "Fees rise to 12 crowns",
        },
    ],
}


def test_a_channel_of_telegram_is_an_article_a_day() -> None:
    parsed = exported(CHANNEL)
    first, second = articles(parsed)
    assert (first.id, first.title, first.published) == ("result/2021-03-04", "Harbour news", date(2021, 3, 4))
    assert first.text == "Edda, 2021-03-04 09:00\n\nThe crane of pier 4 is out of order."
    assert second.text == "Tam, 2021-03-05 10:00\n\nFees rise to 12 crowns"
    assert remarks(parsed) == ["not read: service ×1"]


def test_of_a_whole_account_private_chats_are_not_read() -> None:
    secret = {**CHANNEL, "type": "personal_chat", "id": 13}
    parsed = exported({"about": "", "chats": {"about": "", "list": [CHANNEL, secret]}})
    assert [article.id for article in articles(parsed)] == ["result/12/2021-03-04", "result/12/2021-03-05"]
    assert "not read: personal_chat ×1" in remarks(parsed)


def test_a_day_of_slack_is_read_as_people_see_it() -> None:
    parsed = exported(
        [
            {"type": "message", "subtype": "channel_join", "ts": "1614848400.0", "text": "<@U1> has joined"},
            {
                "type": "message",
                "ts": "1614848460.0001",
                "user": "U1",
                "user_profile": {"display_name": "edda"},
                "text": "the *crane* is out of order, see <https://a.example/x|the plan> &amp; <#C1|harbour>",
            },
            {
                "type": "message",
                "ts": "1614848470.0",
                "user": "U2",
                "text": "<@U1> pays 12 crowns for the ferry",
            },
        ]
    )
    [day] = articles(parsed)
    assert "edda, 2021-03-04 09:01 UTC" in day.text
    assert "the crane is out of order, see the plan & #harbour" in day.text
    assert not any(block.kind.quotable and "12 crowns" in block.span.of(day.text) for block in day.blocks)
    assert remarks(parsed) == ["not read: channel_join ×1"]


def test_a_channel_of_discord_is_an_article_a_day() -> None:
    parsed = exported(
        {
            "guild": {"name": "Vell"},
            "channel": {"name": "harbour"},
            "messages": [
                {"type": "GuildMemberJoin", "timestamp": "2021-03-04T09:00:00.1+00:00", "content": "Joined."},
                {
                    "type": "Default",
                    "timestamp": "2021-03-04T09:05:00.1+00:00",
                    "content": "the crane is out of order",
                    "author": {"name": "e1", "nickname": "Edda"},
                },
            ],
        }
    )
    [day] = articles(parsed)
    assert (day.title, day.publisher) == ("harbour", "Vell")
    assert day.text == "Edda, 2021-03-04 09:05\n\nthe crane is out of order"


def test_a_topic_of_discourse_names_who_wrote_each_post() -> None:
    posts = [
        {
            "username": "edda",
            "created_at": "2021-03-04T09:05:00Z",
            "cooked": "<p>The crane is out of order.</p>",
        },
        {
            "username": "system",
            "post_type": 3,
            "created_at": "2021-03-04T09:06:00Z",
            "cooked": "<p>Closed it.</p>",
        },
    ]
    [topic] = articles(exported({"title": "The crane", "post_stream": {"posts": posts}}))
    assert topic.title == "The crane"
    assert topic.text == "edda, 2021-03-04 09:05\n\nThe crane is out of order."


def test_of_ghost_only_what_everybody_may_read_is_read() -> None:
    def post(number: int, **more: str) -> dict[str, str]:
        known = {
            "slug": f"p{number}",
            "title": "The crane",
            "html": f"<p>Crane {number} is out of order.</p>",
        }
        return {**known, "status": "published", "published_at": "2021-03-04T09:05:00Z", **more}

    posts = [post(1), post(2, status="draft"), post(3, visibility="paid")]
    parsed = exported({"db": [{"data": {"posts": posts}}]})
    [article] = articles(parsed)
    assert (article.id, article.text) == ("result/p1", "Crane 1 is out of order.")
    assert remarks(parsed) == ["not read: draft ×1, paid ×1"]


def test_a_list_of_articles_is_read_without_its_drafts() -> None:
    rows = [
        {
            "id": 1,
            "title": "The crane",
            "body": "<p>It is out of order.</p>",
            "html_url": "https://a.example/1",
        },
        {"id": 2, "title": "The ferry", "body": "<p>It will be sold.</p>", "draft": True},
    ]
    parsed = exported({"count": 2, "articles": rows})
    [article] = articles(parsed)
    assert (article.id, article.url) == ("result/1", "https://a.example/1")
    assert remarks(parsed) == ["not read: draft ×1"]


def test_json_that_is_broken_or_holds_no_text_is_refused_by_name() -> None:
    for broken in (b'{"a": ', b"[" * 100_000):
        assert "JSON" in parse_file("a.json", broken).problems[0].reason
    for nothing in ({}, [], {"name": "x"}, [1, 2], {"chats": {"list": 3}}):
        assert not exported(nothing).readings
