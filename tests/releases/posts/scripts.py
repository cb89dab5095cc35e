"""Texts of all scripts for the tests of posts: words, emoji, links and hashtags in any order and length."""

from hypothesis import strategies as st

from macros.releases.posts.composing import Said

LINK = "https://neaspec.org/announcements/dld-forum-2025/"
HASHTAGS = ("#LandDegradation", "#荒漠化防治", "#Цөлжилт", "#사막화", "#SandAndDustStorms")
WORDS = """
a Land degradation, neutrality. U.N. No. 5 (drylands) “quoted” 50% –
résumé! why? e\u0301 q\u0307\u0323
Цөлжилт Монгол өвөл. «форум» и\u0306
荒漠化防治 土地退化，研讨会。 （蒙古） 砂漠化対処 ウランバートル 「会議」 か\u3099 𠮷
사막화 방지. 울란바토르에서 \u1112\u1161\u11ab العربية हिन्दी क्षत्रिय ไทย
😀 👍🏽 👨‍👩‍👧‍👦 🏳️‍🌈 🇲🇳 🇨🇳🇰🇷 1️⃣ ☀️ ⚡️ 🧑‍🌾 🏴󠁧󠁢󠁥󠁮󠁧󠁿
https://unccd.int/news?a=b https://en.wikipedia.org/wiki/Desert_(biome) https://example.mn/монгол
example.org www.unep.org/drylands #LandDegradation #荒漠化 @unep @unep@mastodon.social
"""
PIECES = [*WORDS.split(), "x" * 80, "漠" * 50, "\u200d", "\ufe0f", "\u0301"]


def texts(most: int) -> st.SearchStrategy[str]:
    """Return texts of up to so many characters: pieces with or without spaces, now and then anything."""
    between = st.sampled_from([" ", "", " "])
    any_characters = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co")), max_size=9)
    piece = st.one_of(st.sampled_from(PIECES), st.sampled_from(PIECES), any_characters)
    pairs = st.lists(st.tuples(piece, between).map("".join), max_size=20).map("".join)
    return st.tuples(pairs, st.integers(1, 9)).map(lambda pair: (pair[0] * pair[1])[:most].strip())


def said() -> st.SearchStrategy[Said]:
    """Return things to say, from nothing but a headline to more than any short channel takes."""
    return st.builds(
        Said,
        headline=st.one_of(texts(60), texts(300)).filter(bool),
        link=st.just(LINK),
        summary=st.one_of(texts(200), texts(3000)),
        when=st.sampled_from(["", "22–23 September 2025", "2025年9月22日至23日"]),
        where=st.sampled_from(["", "Ulaanbaatar, Mongolia", "Улаанбаатар, Монгол Улс"]),
        hashtags=st.lists(st.sampled_from(HASHTAGS), max_size=5).map(tuple),
    )
