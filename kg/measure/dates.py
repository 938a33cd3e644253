"""Dates and periods as written -> ISO 8601, with the year taken from the article where the text leaves it out."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace

from kg.measure.numerals import chinese
from kg.model import Article, Span
from kg.patterns import begins, starting

_RELATIVE = {"今年": 0, "本年": 0, "当年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2, "次年": 1}
_YEAR = r"(?:(?P<year>(?:19|20)\d\d)年|(?P<relative>今年|去年|前年|明年|(?<![以])(?:上年|本年|当年|次年)(?![产均加处出])|(?<![一-鿿])后年))"
_ALONE = _YEAR.replace("<year>", "<year2>").replace("<relative>", "<relative2>")
_DAY = r"(?P<month>1[0-2]|0?[1-9])月(?!以上|以内|时间)份?(?:(?P<day>3[01]|[12]\d|0?[1-9])[日号]|(?P<part>初|末|底|上旬|中旬|下旬))?"
_MONTHS = r"(?P<first>1[0-2]|0?[1-9])月?份?\s*(?:—|–|－|-|~|～|至|到)\s*(?P<last>1[0-2]|0?[1-9])月(?!\d)份?(?!\d)"
_PART = r"(?P<half>[上下])半年|(?P<to>前)?第?(?P<quarter>[一二三四1-4])季度|前(?P<span>[一二两三四五六七八九十\d]{1,2})个?月"
_TIME = re.compile(
    rf"(?:{_YEAR}(?:[的全]|以来|[，,]\s?(?=\d{{1,2}}月))?\s?)?(?:{_MONTHS}|{_DAY}|{_PART})|{_ALONE}(?:[初底末]|年[初底末])?"
    r"|(?P<word>即日|当天|当日|同日|年底前?|年内|全年|年末|本月|上月|当月|近日|日前)|(?P<bare>3[01]|[12]\d|[1-9])[日号](?![用常均内产供志])"
)
_TIME_FIRST = begins(_TIME)
_HINT = re.compile(r"[年月季]|[当同即][日天]|\d[日号]")
_CHINESE = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
# Years that tell when the article speaks: 2022年，全区…; 2023年1—10月; 2022年全州…; 2021年12月17日，….
_EXPLICIT = re.compile(
    r"(?<![至到~～—\-\d《])((?:19|20)\d\d)年(?=[，,]?(?:全|该|我|本)?[省市县区州旗]|[，,](?:上半年|下半年|前)|\d{1,2}月?[—\-~至]\d|上半年|下半年|前|第?[一二三四]季度|全年|\d{1,2}月的|以来|\d{1,2}月\d{1,2}日[，,上下]|[重春夏秋冬]|度)"
)
_STAMP = re.compile(r"(?<!\d)(20\d\d)[-/.](1[0-2]|0?[1-9])[-/.](3[01]|[12]\d|0?[1-9])(?!\d)")
_DATED = re.compile(r"(?<![至到~～—-])(20\d\d)年(1[0-2]|0?[1-9])月(3[01]|[12]\d|0?[1-9])日(?![成出生建创至到起])")
_LEAD = re.compile(r"(?<![\d年至到—~-])(1[0-2]|[1-9])月(?:3[01]|[12]\d|[1-9])日(?![至到—~-])")
_ZERO = str.maketrans("○零Ｏ0", "〇〇〇〇")
_ANNUAL = re.compile(r"((?:19|20)\d\d)年[，,]?全[省市县区州旗]")
# Years in the names of what is told (2023中国大豆节), and the date in numerals that closes a page (二〇二四年十月九日).
_NAMED = re.compile(
    r"(?<![\d至到~～—-])(20\d\d)年?(?=[“·]?(?:中国|国际|全国|世界|亚洲|海峡|第[一二三四五六七八九十\d]+[届次期]|[^，。；\s\d]{2,12}(?:大会|博览会|交易会|论坛|节|大赛|年会)))"
)
_CLOSING = re.compile(
    r"(二[〇○零Ｏ0][一二][〇○零一二三四五六七八九])年(十[一二]?|[一二三四五六七八九])月(三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
)
_UNTIL = re.compile(
    r"((?:19|20)\d\d)?年?(?:截[至止](?:到|今年)?|本报[^，。（(]{0,8}\d*?)(1[0-2]|[1-9])月|((?:19|20)\d\d)?年?(?:1月?|前)[—\-~至]?(1[0-2]|[1-9])个?月|((?:19|20)\d\d)?年?([一二三四])季度"
)

_UNTIL_FIRST = begins(_UNTIL)


@dataclass(frozen=True, slots=True)
class Anchor:
    """When the article speaks: year, month and day as far as known (0 if not)."""

    year: int = 0
    month: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class Time:
    """A time in the text. ``start`` and ``end`` are ISO 8601 prefixes ("2022-06"), equal for a single date; ``label`` is
    the period as the graph writes it (2022, 2022-H1, 2022-01/2022-06); all empty where no year is known."""

    span: Span
    start: str
    end: str
    label: str
    day: bool = False
    said: bool = False
    """True if two dates were joined by 至: a term, not a reporting period."""
    months: bool = False
    """True for months joined in one word (3月至5月)."""
    written: bool = False
    """True if the year stands there in digits."""
    fresh: bool = False
    """True if the year was written out or said (去年), not inferred."""


def anchor(article: Article) -> Anchor:
    """The article's date; without one, the latest year that the text itself tells of."""
    if match := re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", article.published):
        return Anchor(*(int(part) if part else 0 for part in match.groups()))
    stamped = _STAMP.search(article.text, 0, 400) or _DATED.search(article.text, 0, 150) or _DATED.search(article.text, max(0, len(article.text) - 40))
    if stamped:
        return Anchor(*(int(part) for part in stamped.groups()))
    if closing := _CLOSING.search(article.text, max(0, len(article.text) - 80)):
        year, month, day = (int(chinese(part.translate(_ZERO)) or 0) for part in closing.groups())
        return Anchor(year, month, day)
    years = [int(y) for y in _EXPLICIT.findall(article.text)] or [int(y) for y in _NAMED.findall(article.text)]
    if not years:
        return Anchor(0, _month(article.text, 0))
    year = max(years)
    annual = str(year) in _ANNUAL.findall(article.text)
    if annual and "去年" in article.text and "今年" not in article.text:
        year += 1
    return Anchor(year, _month(article.text, year))


def _month(text: str, year: int) -> int:
    """The latest month that the text reports on (截至3月下旬, 1—8月, 一季度), other years' aside; 0 if unknown."""
    months = [0]
    for match in starting(_UNTIL_FIRST, _UNTIL, text):
        y1, a, y2, b, y3, quarter = match.groups("")
        if (y1 or y2 or y3) in ("", str(year)):
            months.append(int(a or b) if a or b else 3 * _CHINESE[quarter])
    return max(months) or int(lead[1] if not months[1:] and (lead := _LEAD.search(text, 0, 250)) else 0)


_AHEAD = re.compile(r"力争|计划|预计|将|确保|拟|争取")


class Dater:
    """Reads the times of one article from left to right; remembers the year and day last spoken of."""

    def __init__(self, now: Anchor) -> None:
        self.now = now
        self._year = self._spoken = 0
        self._day = self._latest = ""
        self._today = f"{now.year}-{now.month:02}-{now.day:02}" if now.day else ""
        self._point: tuple[int, int] = (0, 0)

    def paragraph(self) -> None:
        """Forget the year that the last paragraph spoke of."""
        self._year = 0

    def read(self, text: str, span: Span) -> list[Time]:
        """The times in ``span``, in order; ranges of two dates come as one."""
        found: list[Time] = []
        self._year = 0
        if not _HINT.search(text, span.start, span.end):
            return found
        for match in starting(_TIME_FIRST, _TIME, text, span.start, span.end):
            time = self._one(match)
            if time is None:
                continue
            if match["year"] or match["year2"]:
                time = replace(time, written=True)
            if found and _ranges(text[found[-1].span.end : time.span.start]) and time.end >= "":
                time = self._range(found.pop(), time)
            found.append(time)
        return found

    def _one(self, match: re.Match[str]) -> Time | None:
        got = match.groupdict()
        got["year"], got["relative"] = got["year"] or got["year2"], got["relative"] or got["relative2"]
        span = Span(*match.span())
        if got["word"]:
            return self._word(got["word"], span)
        if got["bare"]:
            year, month = self._point
            return self._point_time(span, year, month, int(got["bare"]), False) if month else None
        explicit = int(got["year"]) if got["year"] else self.now.year + _RELATIVE[got["relative"]] if got["relative"] and self.now.year else 0
        if got["relative"] and not explicit:
            return Time(span, "", "", "")
        year = explicit or self._year or self.now.year
        if explicit:
            self._year = self._spoken = explicit
        if got["month"]:
            month = int(got["month"])
            if not explicit and not self._year:
                year = self.now.year if _AHEAD.search(match.string, max(0, match.start() - 6), match.start()) else self._nearest(month)
            return self._point_time(span, year, month, int(got["day"] or 0), bool(explicit))
        return self._stretch(span, year, got, bool(explicit))

    def _nearest(self, month: int) -> int:
        """The year of a month named alone: the article's own, unless that lies far ahead (12月 in a January paper)."""
        if self.now.year and self.now.month and month - self.now.month > 6:
            return self.now.year - 1
        return self.now.year

    def _point_time(self, span: Span, year: int, month: int, day: int, fresh: bool) -> Time:
        self._point = (year, month)
        if not year or day > calendar.monthrange(year, month)[1]:
            return Time(span, "", "", "", bool(day))
        iso = f"{year}-{month:02}" + (f"-{day:02}" if day else "")
        if day:
            self._day = iso
            self._latest = max(self._latest, iso) if not self._today or iso <= self._today else self._latest
        return Time(span, iso, iso, iso, bool(day), fresh=fresh)

    def _stretch(self, span: Span, year: int, got: dict[str, str | None], fresh: bool) -> Time | None:
        if not year:
            return Time(span, "", "", "")
        if got["first"]:
            first, last = int(got["first"] or 0), int(got["last"] or 0)
            start, end = f"{year}-{first:02}", f"{year + (last < first)}-{last:02}"
            return Time(span, start, end, f"{start}/{end}", months=True, fresh=fresh)
        if got["half"]:
            upper = got["half"] == "上"
            return Time(span, f"{year}-{'01' if upper else '07'}", f"{year}-{'06' if upper else '12'}", f"{year}-H{1 if upper else 2}", fresh=fresh)
        if got["quarter"]:
            quarter = int(got["quarter"]) if got["quarter"].isdigit() else _CHINESE[got["quarter"]]
            start = f"{year}-{1 if got['to'] else quarter * 3 - 2:02}"
            end = f"{year}-{quarter * 3:02}"
            return Time(span, start, end, f"{start}/{end}" if got["to"] else f"{year}-Q{quarter}", fresh=fresh)
        if got["span"]:
            count = int(got["span"]) if got["span"].isdigit() else _CHINESE.get(got["span"], 0)
            return Time(span, f"{year}-01", f"{year}-{count:02}", f"{year}-01/{year}-{count:02}", fresh=fresh) if 1 <= count <= 12 else None
        return Time(span, str(year), str(year), str(year), fresh=fresh)

    def _word(self, word: str, span: Span) -> Time | None:
        now = self.now
        if word in ("即日", "当天", "当日", "同日"):
            today = (self._latest or self._today) if word == "即日" else self._day
            return Time(span, today, today, today, bool(today))
        if word in ("本月", "当月", "上月") and now.year and now.month:
            past = word == "上月"
            iso = f"{now.year - (past and now.month == 1)}-{(now.month - 1 - past) % 12 + 1:02}"
            return Time(span, iso, iso, iso)
        if word in ("全年", "年内", "年底", "年底前", "年末"):
            told = str(self._year or (self._spoken if word == "全年" and (not now.year or self._spoken <= now.year) else 0) or now.year or "")
            return Time(span, told, told, told)
        return None

    def _range(self, first: Time, last: Time) -> Time:
        """Two dates joined by 至: the second inherits year (and moves to the next one if it would come first)."""
        span = Span(first.span.start, last.span.end)
        if not first.start or not last.end:
            return Time(span, first.start, last.end if first.start else "", "", first.day or last.day)
        end = last.end
        if not last.fresh and len(end) >= 7 and len(first.start) >= 7 and end[4:] < first.start[4:]:
            end = f"{int(first.start[:4]) + 1}{end[4:]}"
        elif not last.fresh and len(end) >= 7 and end < first.start:
            end = first.start[:4] + end[4:]
        return Time(span, first.start, end, f"{first.start}/{end}", first.day or last.day, True, first.fresh)


def _ranges(gap: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:\d{1,2}时)?(?:起)?\s*(?:，|、)?(?:至|到|—|－|-|~|～|——|持续到|持续至|延续到|一直到|一直办到|干到|开展到|实施到|进行到|办到|止于)\s*", gap
        )
    )
