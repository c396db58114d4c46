"""Archives (.zip, .tar, .tar.gz, .7z) are read as the folders that they are."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import say
from bot.library.formats.exports.confluence import as_confluence
from bot.library.formats.exports.left_out import left_out
from bot.library.formats.exports.notion import plain_name
from bot.library.formats.exports.slack import as_slack
from bot.library.formats.exports.substack import as_substack
from bot.library.parsing.archive import Budget, unpack, unpack_7z, unpack_tar
from bot.library.parsing.decoding import decode
from bot.library.parsing.draft import Draft
from bot.library.parsing.format import HEADERS, Drafts, Format, is_about, is_asset
from bot.library.parsing.front_matter import FrontMatter, read_front_matter
from bot.library.parsing.header import Header
from bot.library.parsing.problem import Remark

Members = Mapping[str, bytes]


def parse_zip(data: bytes, beside: Header) -> Drafts:
    """Yield the articles of all files in a zip archive, why some were refused, and what was not read.

    Raises ArticleError for an archive that is broken, encrypted or too large, or leads out of its folder.
    """
    budget = Budget()
    return _read(dict(unpack(data, budget)), beside, budget, LIMITS.files.nested)


def parse_tar(data: bytes, beside: Header) -> Drafts:
    """Yield the articles of all files in a tar archive, packed or not: as ``parse_zip``."""
    budget = Budget()
    return _read(dict(unpack_tar(data, budget)), beside, budget, LIMITS.files.nested)


def parse_7z(data: bytes, beside: Header) -> Drafts:
    """Yield the articles of all files in a 7z archive: as ``parse_zip``."""
    budget = Budget()
    return _read(dict(unpack_7z(data, budget)), beside, budget, LIMITS.files.nested)


def _read(members: Members, beside: Header, budget: Budget, depth: int) -> Drafts:
    members, headers = as_slack(members)
    members, told = as_substack(members)
    headers |= told
    members, kinds = as_confluence(members)
    for name in sorted(members):
        path = PurePosixPath(name)
        suffix = path.suffix.lower()
        if suffix in HEADERS or is_about(name) or is_asset(name) or _is_repeated(name, members):
            continue
        if suffix == ".zip" and depth > 1:
            yield from _inside(name, _read(dict(unpack(members[name], budget)), beside, budget, depth - 1))
        else:
            yield from _member(name, members, headers.get(name, beside), kinds)
    yield from left_out(kinds)


def _member(name: str, members: Members, beside: Header, kinds: Counter[str]) -> Drafts:
    """Yield what is in one file; one that is no article is counted."""
    from bot.library.formats.registry import drafts_of, is_known

    if not is_known(name) or name.endswith((".zip", ".tar", ".tgz", ".gz", ".7z")):
        kinds[PurePosixPath(name).suffix.lower() or name] += 1
        return
    try:
        front = _front_matter(name, members)
        if front.is_draft:
            yield Remark(say(Message.PROBLEM_AT, name=name, problem=say(Message.IS_A_DRAFT)))
            return
        yield from _inside(name, drafts_of(name, members[name], front.header.over(beside)))
    except ArticleError as error:
        yield _placed(error, name)
    except Exception as error:  # a library's defect in one file must not keep all others from loading
        problem = say(Message.READER_FAILED, kind=type(error).__name__)
        yield ArticleError(Message.PROBLEM_AT, name=name, problem=problem)


def _inside(name: str, found: Drafts) -> Drafts:
    """Yield what was found in a file under the file's name, which is also the title of what has none."""
    for one in found:
        if isinstance(one, Draft):
            title = Header(title=plain_name(PurePosixPath(name).name))
            yield replace(one, header=one.header.over(title), key=f"{name}/{one.key}" if one.key else name)
        elif isinstance(one, Remark):
            yield Remark(say(Message.PROBLEM_AT, name=name, problem=one.sentence), one.line)
        else:
            yield _placed(one, name)


def _placed(error: ArticleError, name: str) -> ArticleError:
    return ArticleError(say(Message.PROBLEM_AT, name=name, problem=error.sentence), error.line)


def _front_matter(name: str, members: Members) -> FrontMatter:
    """Return what stands in the header beside a file."""
    beside: Iterator[str] = (str(PurePosixPath(name).with_suffix(suffix)) for suffix in HEADERS)
    found = next((members[other] for other in beside if other in members), None)
    return FrontMatter(Header()) if found is None else read_front_matter(decode(found))


def _is_repeated(name: str, members: Members) -> bool:
    """Tell whether it is a table of Notion that is there once more with all of its rows."""
    return name.endswith(".csv") and f"{name.removesuffix('.csv')}_all.csv" in members


FORMATS = (
    Format(suffixes=(".zip",), holds_many=True, parse=parse_zip),
    Format(suffixes=(".tar", ".tgz", ".gz"), holds_many=True, parse=parse_tar),
    Format(suffixes=(".7z",), holds_many=True, parse=parse_7z),
)
