"""Questionnaires for tests: filled in by rule, every row another, in the scripts of the subregion."""

import csv
import io
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from macros.catalogue.questionnaire import COLUMNS

from .workbooks import workbook

Row = dict[str, Any]
HEADINGS = {column.key: column.heading for column in COLUMNS}
ENCODINGS = {
    "latin": "utf-8",
    "mongolian": "utf-8-sig",
    "chinese": "gb18030",
    "japanese": "cp932",
    "korean": "cp949",
    "cyrillic": "cp1251",
}
ANSWERED = date(2026, 1, 10)


@dataclass(frozen=True, slots=True)
class Script:
    """What rows in a script are made of: places, kinds of work, bodies, and two sentences around a place."""

    places: Sequence[str]
    works: Sequence[str]
    bodies: Sequence[str]
    name: str
    summary: str
    seeks: str


SCRIPTS = {
    "latin": Script(
        ("Dalanzadgad", "Zamyn-Üüd", "Ordos", "Tottori", "Sejong", "Chita"),
        ("Shelterbelts", "Grazing by agreement", "Seed banks", "Dust watch", "Soil maps", "Well repair"),
        ("Steppe Society", "Dune Bureau", "Institute of Soils", "Herders' Union"),
        "{work} around {place}, stage {n}",
        'The people of {place} try out "{work}"; half of it, at least, shall stay after year {n}.',
        "Partners who know {work}, and the time to show it.",
    ),
    "chinese": Script(
        ("鄂尔多斯", "库布齐", "毛乌素", "科尔沁", "阿拉善", "民勤"),
        ("沙漠化防治", "草原恢复", "防护林建设", "沙尘监测", "土壤改良", "节水灌溉"),
        ("林业科学研究院", "草原研究所", "治沙协会", "环境监测中心"),
        "{place}{work}项目第{n}期",
        "本项目在{place}地区开展{work}，与当地牧民合作，第{n}年完成评估。",
        "寻找熟悉{work}的合作伙伴。",
    ),
    "japanese": Script(
        ("鳥取", "内モンゴル", "ホルチン", "ゴビ", "浜松", "遠州"),
        ("砂漠化対処", "植林活動", "黄砂の観測", "草地の回復", "砂丘の保全", "種子の保存"),
        ("乾燥地研究センター", "緑化協会", "気象の研究所", "森づくりの会"),
        "{place}における{work}（第{n}回）",
        "{place}で{work}を行い、住民とともに{n}年目の結果をまとめる。",
        "{work}に詳しい方をさがしています。",
    ),
    "korean": Script(
        ("바양노르", "쿠부치", "에르덴솜", "돈드고비", "룬솜", "달란자드가드"),
        ("사막화 방지", "나무 심기", "황사 관측", "초지 복원", "토양 개선", "종자 보관"),
        ("산림 연구원", "푸른 아시아 모임", "기상 연구소", "환경 협회"),
        "{place} {work} 사업 {n}단계",
        "{place} 지역에서 주민과 함께 {work}을 하고 {n}년 뒤에 결과를 살핀다.",
        "{work}을 잘 아는 동료를 찾는다.",
    ),
    "cyrillic": Script(
        ("Чита", "Кызыл", "Борзя", "Улан-Удэ", "Элиста", "Абакан"),
        ("Защита почв", "Посадка полос", "Наблюдение за пылью", "Возврат пастбищ", "Сбор семян", "Учёт вод"),
        ("Институт степи", "Союз лесников", "Бюро погоды", "Академия почв"),
        "{work}: {place}, этап {n}",
        "Вместе с жителями места {place} проводится работа «{work}»; итоги будут через {n} лет.",
        "Ищем тех, кто знает дело: {work}.",
    ),
    "mongolian": Script(
        ("Даланзадгад", "Замын-Үүд", "Өмнөговь", "Булган сум", "Ховд", "Сайншанд"),
        ("Цөлжилтийг сааруулах", "Ойн зурвас байгуулах", "Бэлчээр нөхөн сэргээх", "Шороон шуурга хянах"),
        ("Тал хээрийн нийгэмлэг", "Хөрсний хүрээлэн", "Ус цаг уурын төв", "Малчдын холбоо"),
        "{work} төсөл, {place}, {n}-р үе шат",
        "{place} орчимд нутгийн иргэдтэй хамтран {work} ажлыг {n} жилийн турш хийнэ.",
        "{work} чиглэлээр түнш хайж байна.",
    ),
}
COUNTRIES = ("Altan", "Republic of Altan", "Sora", "Sora Islands")
AREAS = ("Planting & fencing", "Teaching")
TOPICS = ("Moving sand", "Pasture")
KINDS = ("", "Project", "Programme", "Plan", "Mechanism", "Network", "Research")
STATUSES = ("", "Planned", "Under way", "Completed", "Suspended")
BODIES = ("Intergovernmental", "Government", "Civil society", "Academia", "Private sector")
NEEDS = ("Partners", "Funding", "Data", "Expertise")


def rows(count: int, script: str = "latin", seed: int = 1) -> list[Row]:
    """Return so many rows by heading, each another; dates to the day are dates, years and points numbers."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    return [_row(number, SCRIPTS[script], chance) for number in range(1, count + 1)]


def order_of(seed: int | None = None) -> list[str]:
    """Return the headings in the questionnaire's order, or shuffled."""
    found = [column.heading for column in COLUMNS]
    if seed is not None:
        random.Random(seed).shuffle(found)  # noqa: S311 - nothing secret
    return found


def as_csv(
    rows: Iterable[Row], encoding: str = "utf-8", separator: str = ",", order: Sequence[str] | None = None
) -> bytes:
    """Return rows as a CSV file; the columns stand in the order given, else the questionnaire's."""
    headings = order or order_of()
    text = io.StringIO()
    table = csv.writer(text, delimiter=separator)
    table.writerows([headings, *([row.get(heading, "") for heading in headings] for row in rows)])
    return text.getvalue().encode(encoding)


def as_xlsx(rows: Iterable[Row], order: Sequence[str] | None = None, sheet: str = "Projects") -> bytes:
    """Return rows as a workbook in which dates are dates and numbers are numbers."""
    headings = order or order_of()
    filled = [[row.get(heading, "") for heading in headings] for row in rows]
    return workbook({sheet: [headings, *filled]}, strings_to_formulas=False, strings_to_urls=False)


def row(**answers: Any) -> Row:
    """Return a row that is accepted as it is, but for the answers given, by key; None takes one away."""
    needed = {
        "name": "Reed roofs",
        "summary": "Roofs of reed, and what they hold.",
        "lead": "Dune Network",
        "countries": "Altan",
        "areas": "Teaching",
        "received": "2026-01-10",
    }
    said = {**needed, **answers}
    return {HEADINGS[key]: value for key, value in said.items() if value is not None}


def _row(number: int, script: Script, chance: random.Random) -> Row:
    place, work = chance.choice(script.places), chance.choice(script.works)
    words = {"place": place, "work": work, "n": number}
    answers = {
        "name": script.name.format(**words),
        "summary": script.summary.format(**words),
        "kind": chance.choice(KINDS),
        "status": chance.choice(STATUSES),
        "countries": "; ".join(_some(chance, COUNTRIES, 1, 2)),
        "areas": "; ".join(_some(chance, AREAS, 1, 2)),
        "topics": ", ".join(_some(chance, TOPICS, 0, 2)),
        "website": chance.choice(("", f"https://example.org/projects/{number}")),
        "received": ANSWERED,
    }
    parts = (_organizations(number, script, chance), _where(script, chance), _when(chance))
    needs = _needs(script.seeks.format(**words), chance)
    return {HEADINGS[key]: value for part in (answers, *parts, needs) for key, value in part.items()}


def _organizations(number: int, script: Script, chance: random.Random) -> Row:
    """Return a lead, known or new, and others with their kinds in brackets."""
    lead, *others = chance.sample(script.bodies, 3)
    found = {
        "lead": chance.choice((lead, "Dune Network")),
        "lead_kind": BODIES[script.bodies.index(lead)],
        "lead_website": f"https://example.org/bodies/{script.bodies.index(lead)}",
        "implementing": _with_kind(others[0], script),
        "funding": chance.choice(("", "Institute of Pasture")),
        "partner": "; ".join(_with_kind(name, script) for name in others),
    }
    return found if number % 4 else {**found, "implementing": "", "partner": "DN"}


def _with_kind(name: str, script: Script) -> str:
    return f"{name} ({BODIES[script.bodies.index(name)]})"


def _where(script: Script, chance: random.Random) -> Row:
    places = _some(chance, script.places, 0, 2)
    if not places or chance.random() < 0.5:
        return {"places": "; ".join(places)}
    lats = [round(chance.uniform(38, 52), 3) for _ in places]
    lons = [round(chance.uniform(76, 140), 3) for _ in places]
    one = len(places) == 1
    return {
        "places": "; ".join(places),
        "latitude": lats[0] if one else "; ".join(map(str, lats)),
        "longitude": lons[0] if one else "; ".join(map(str, lons)),
        "exactness": chance.choice(("", "Exact", "Approximate")),
    }


def _when(chance: random.Random) -> Row:
    starts = date(2010, 1, 1) + timedelta(days=chance.randrange(4000))
    forms = (starts, starts.year, f"{starts:%B %Y}", "")
    return {"starts": chance.choice(forms), "ends": chance.choice((2030, "March 2031", ""))}


def _needs(note: str, chance: random.Random) -> Mapping[str, str]:
    seeks, offers = _some(chance, NEEDS, 0, 2), _some(chance, NEEDS, 0, 2)
    return {
        "seeks": "; ".join(seeks),
        "seeks_note": note if seeks else "",
        "offers": "; ".join(offers),
        "offers_note": note if offers else "",
    }


def _some(chance: random.Random, words: Sequence[str], least: int, most: int) -> list[str]:
    return chance.sample(words, chance.randint(least, most))
