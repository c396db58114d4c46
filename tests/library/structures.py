"""A readable file of every kind that is read, with what such files have: tables, notes, marks, metadata."""

import io
import json
from collections.abc import Mapping

import py7zr

from tests.library import samples
from tests.library.samples import FIRST, PROSE, SECOND, THIRD, TITLE

RST = f"""{TITLE}
==============

:Author: Ilse Varnum
:Date: 2019-03-02

{FIRST} [#why]_

The search
----------

.. note:: {SECOND}

* {THIRD}

======  =======
Ship    Cars
======  =======
Ferry   38
======  =======

.. [#why] See `the chart <https://sea.example/chart>`_ and :ref:`bell`.
"""
ORG = f"""#+TITLE: {TITLE}
#+AUTHOR: Ilse Varnum
#+DATE: <2019-03-02 Sat>

{FIRST}[fn:1]

* The search                                     :sea:
:PROPERTIES:
:ID: 17
:END:
#+BEGIN_QUOTE
{SECOND}
#+END_QUOTE
- {THIRD}
| Ship  | Cars |
|-------+------|
| Ferry |   38 |

[fn:1] See [[https://sea.example/chart][the chart]].
"""
ADOC = f"""= {TITLE}
Ilse Varnum <ilse@sea.example>
2019-03-02
:lang: en

{FIRST} footnote:[See https://sea.example/chart[the chart].]

== The search

[quote,Ilse Varnum]
____
{SECOND}
____

* {THIRD}

|===
|Ship |Cars

|Ferry |38
|===
"""
TEX = rf"""\documentclass{{article}}
\title{{{TITLE}}} \author{{Ilse Varnum}} \date{{2019-03-02}}
\begin{{document}}
\maketitle
{FIRST}\footnote{{See \href{{https://sea.example/chart}}{{the chart}}, where $x^2 = 4$.}}

\section{{The search}} % nobody reads this
\begin{{quote}}
{SECOND}
\end{{quote}}
\begin{{itemize}}
\item {THIRD}
\end{{itemize}}
\begin{{tabular}}{{ll}} Ship & Cars \\ \hline Ferry & 38 \\ \end{{tabular}}
\end{{document}}
"""
RTF = rf"""{{\rtf1\ansi\ansicpg1252{{\fonttbl{{\f0 Times;}}{{\f1\fcharset204 Arial;}}}}
{{\info{{\title {TITLE}}}{{\author Ilse Varnum}}}}
{{\*\generator nobody reads this;}}\pard\f0 {FIRST}{{\super 1}}\par
\pard\outlinelevel0 The search\par \pard {SECOND}\par
{{\pntext\'b7\tab}}{THIRD} {{\f1\'cf\u1088?}}\par
\trowd\cellx1\cellx2\pard\intbl Ferry\cell 38\cell\row}}"""
MAIL = f"""From: Ilse Varnum <ilse@sea.example>
To: crew@sea.example
Subject: =?utf-8?q?The_lost_ferry?=
Date: Sat, 02 Mar 2019 08:00:00 +0100
Message-ID: <17@sea.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="shore"

--shore
Content-Type: text/plain; charset=utf-8

{FIRST}

{SECOND}

{THIRD}

On Fri, 1 Mar 2019, Tam wrote:
> Is the ferry late?

--shore
Content-Type: image/png; name="bell.png"
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--shore--
"""
SUBTITLES = "".join(
    f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n<i>{text}</i>\n\n" for n, text in enumerate(PROSE, 1)
)
CHAT = "".join(
    f"12/0{n}/2019, 09:14 - {name}: {text}\n"
    for n, (name, text) in enumerate(zip(("Kit", "Edda", "Tam"), PROSE, strict=True), 1)
)
WIKI = (
    '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en"><siteinfo>'
    "<sitename>Sea Wiki</sitename><base>https://sea.example/wiki/Main</base><namespaces><namespace key='0'/>"
    f"</namespaces></siteinfo><page><title>{TITLE}</title><ns>0</ns><id>7</id><revision><id>5</id>"
    "<timestamp>2019-03-02T08:00:00Z</timestamp><text>{{Infobox ship | name = Ferry}}\n"
    f"{FIRST}&lt;ref&gt;Nobody quotes this.&lt;/ref&gt;\n\n== The search ==\n'''{SECOND}'''\n* {THIRD}\n"
    '{| class="wikitable"\n! Ship !! Cars\n|-\n| [[Ferry|The ferry]] || 38\n|}\n[[Category:Ships]]'
    "</text></revision></page></mediawiki>"
)
_SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:wp="http://wordpress.org/export/1.2/"'
)
BLOG = (
    f'<rss version="2.0" {_SPACES}><channel><title>Sea Post</title><item><title>{TITLE}</title>'
    "<link>https://sea.example/1</link><dc:creator>ilse</dc:creator><content:encoded><![CDATA["
    + "".join(f"<!-- wp:paragraph --><p>{text}</p><!-- /wp:paragraph -->" for text in PROSE)
    + "[caption]<img src='a.jpg'> The bell[/caption]]]></content:encoded><wp:post_id>1</wp:post_id>"
    "<wp:post_date>2019-03-02 08:00:00</wp:post_date><wp:status>publish</wp:status>"
    "<wp:post_type>post</wp:post_type></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Sea Post</title><entry>'
    f"<title>{TITLE}</title>"
    '<link rel="alternate" href="https://sea.example/1"/><author><name>Ilse Varnum</name></author>'
    '<updated>2019-03-02T08:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
    + "".join(f"<p>{text}</p>" for text in PROSE)
    + "</div></content></entry></feed>"
)
TELEGRAM = {
    "name": "Crew",
    "type": "public_channel",
    "id": 17,
    "messages": [
        {
            "id": n,
            "type": "message",
            "date": f"2019-03-0{n}T08:00:00",
            "from": "Ilse",
            "text": [text, {"type": "link", "text": " https://sea.example"}],
        }
        for n, text in enumerate(PROSE, 1)
    ],
}
SLACK = {
    "users.json": [{"id": "U1", "name": "ilse", "profile": {"real_name": "Ilse Varnum"}}],
    "channels.json": [{"id": "C1", "name": "crew"}],
    "crew/2019-03-02.json": [
        {"type": "message", "user": "U1", "text": f"<@U1> {text}", "ts": f"1551513600.00000{n}"}
        for n, text in enumerate(PROSE)
    ],
}


def every_structure() -> dict[str, bytes]:
    """Return readable files of every kind by their names, each with all of ``PROSE`` in it."""
    texts = {
        "a.rst": RST,
        "a.org": ORG,
        "a.adoc": ADOC,
        "a.tex": TEX,
        "a.rtf": RTF,
        "a.eml": MAIL,
        "a.mbox": f"From ilse@sea.example Sat Mar  2 08:00:00 2019\n{MAIL}\n",
        "a.srt": SUBTITLES,
        "a.vtt": "WEBVTT\nKind: captions\n\n" + SUBTITLES.replace(",000", ".000"),
        "a.ipynb": json.dumps({"cells": [_cell(text) for text in PROSE], "nbformat": 4, "metadata": {}}),
        "a.json": json.dumps([{"title": TITLE, "text": text, "date": "2019-03-02"} for text in PROSE]),
        "chat.txt": CHAT,
        "telegram.json": json.dumps(TELEGRAM),
        "wiki.xml": WIKI,
        "blog.xml": BLOG,
        "a.atom": ATOM,
        "table.csv": "Ship;Cars;Said\n" + "".join(f"Ferry;38;{text}\n" for text in PROSE),
    }
    folder = {"a/ferry.md": samples.markdown(), "a/bell.txt": THIRD.encode(), "a/bell.yaml": b"title: Bell\n"}
    return {
        **{f"a{suffix}": data for suffix, data in samples.every_format().items()},
        **{name: text.encode() for name, text in texts.items()},
        "a.odt": samples.odt(
            "".join(f"<text:p>{text}</text:p>" for text in PROSE), f"<dc:title>{TITLE}</dc:title>"
        ),
        "a.zip": samples.packed(folder),
        "slack.zip": samples.packed({name: json.dumps(rows) for name, rows in SLACK.items()}),
        "a.tgz": samples.tarred(folder),
        "a.7z": _seven_zipped(folder),
    }


def _cell(text: str) -> dict[str, object]:
    return {"cell_type": "markdown", "source": ["# The search\n", "\n", text], "metadata": {}}


def _seven_zipped(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with py7zr.SevenZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(content, name)
    return stream.getvalue()
