// Texts of all scripts -> vectors.json: how twitter-text and @atproto/api count each of them.
// In an empty folder: npm install twitter-text@3.1.0 @atproto/api@0.19.19
// then, still there: node the/way/to/tests/releases/posts/make_vectors.mjs
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.cwd()}/`);
const twitter = require("twitter-text");
const { RichText } = require("@atproto/api");

const LATIN = "Land degradation neutrality in drylands, résumé naïve Ærø Łódź façade Straße ﬁn — “quoted” it’s 22–23 … e.g. U.N. No. 5 3.5 a/b (see) 50% & more!";
const CYRILLIC = "Монгол орны газрын доройтол, цөлжилт өвөл үүр Ёлка ещё Россия и Монголия «форум» № 7 Україна қазақ";
const CHINESE = "荒漠化防治 与 土地退化，研讨会。在乌兰巴托举行！（蒙古）《公约》：二〇二五年、【公告】𠮷𠀋";
const JAPANESE = "砂漠化対処 の 取り組み、土地劣化。ウランバートル ｶﾞｲﾄﾞ ー々〆 「会議」が 開催 されます！";
const KOREAN = "사막화 방지 협약, 토지 황폐화 중립성. 울란바토르 포럼 ㄱㄴ 각 가각 「발표」·";
const OTHERS = "العربية تدهور الأراضي עברית हिन्दी क्षत्रिय தமிழ் ไทย ကမ္ဘာ བོད ᠮᠣᠩᠭᠣᠯ ⠓⠑ ვეფხი Ελλάδα Հայ አማርኛ";
const MARKED = "e\u0301 n\u0303 a\u0308\u0323 o\u0302\u0301 и\u0306 е\u0308 か\u3099 は\u309A \u1100\u1161 \u1112\u1161\u11AB q\u0307\u0323 a\u20DD x\u0336\u0332 \u0E01\u0E33";
const EMOJI =
  "😀 🌍 🌱 🏜️ 🏜 ☀️ ☀ ☂︎ ✈️ ❤️ ❤ ©️ © ®️ ™️ ™ ♟️ ♻️ ♾️ 1️⃣ 1⃣ #️⃣ *️⃣ 🇲🇳 🇨🇳🇰🇷 🇯🇵🇷🇺 🇰🇵 🇽🇽 🇲 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍 👍🏽 👋🏿 🏃🏻‍♀️ 🏃‍♂ " +
  "👨‍👩‍👧‍👦 👩‍🌾 👩🏾‍🌾 👩‍❤️‍👨 👩‍❤‍👨 🏳️‍🌈 🏳️‍⚧️ 🕵️‍♂️ 👁️‍🗨️ 🧑‍🌾 🧑‍🤝‍🧑 🐻‍❄️ 🐦‍🔥 🫱🏻‍🫲🏿 🫠 🪏 🐈‍⬛ 👨‍🦰 🀄 🅿️ ㊗️ 〰️ ↔️ ▶️ ⏩ 🔟 😀️ 👍🏽🏽 ⛔️ 🈁️";
const LINKS =
  "https://neaspec.org/events/dld-forum-2025/ http://neaspec.org https://neaspec.org/a?b=c&d=e#f https://www.unccd.int/news, https://unccd.int. (https://unccd.int/x) " +
  "https://en.wikipedia.org/wiki/Desert_(biome) https://example.org/x_(y_(z))/ https://example.org:8080/p https://example.org/@user/1 https://t.co/abcDEF12 https://example.org/Монгол " +
  "https://example.org/页面 https://пример.рф/путь https://例え.jp/ https://xn--80ak6aa92e.com/ HTTPS://EXAMPLE.ORG/UP https://a_b.example.org https://example.org/x–y https://example.org/é! " +
  "example.org www.example.org. example.org/path?q=1 sub.example.co.jp, Example.COM e.g. i.e. file.pdf readme.md 3.14 v1.2.3 a.b.c name@example.org @example.org #example.org -example.org _example.org example.org@x " +
  "example.org-x example.orgs 见example.org。 看example.com中国 몽골.한국 example.中国 сайт.рф unep.org/ru.html https:// https://localhost/x https://192.168.0.1/ ftp://example.org 「https://example.jp/」 “https://example.mn” " +
  "https://example.org/very/long/path/that/goes/on/and/on/and/on/until/it/is/longer/than/twenty-three.html https://example.org/?utm_source=a%20b https://example.org/a;b=c,d! https://example.org/a' https://a.mn/b|c";
const TAGS = "#LandDegradation #荒漠化 #사막화 #砂漠化 #Цөлжилт #2030 #１ ＃全角 @unep @unep_asia @user@mastodon.social ＠全角 $USD #a#b #é";
const INVISIBLE = "\u200B \u200C \u200D \u200E \u200F \u00AD \u2060 \u2066 \u2069 \u202A \u202C \u061C \uFEFF \u180E \u00A0 \u3000 \u2009 \u202F \u2028 \uFE0F \uFE0E \u034F \u115F \u3164".split(" ");
const BREAKS = ["\n", "\n\n", "  ", "\t"];

const words = (text) => text.split(" ").filter(Boolean);
const KINDS = {
  latin: [words(LATIN)],
  cyrillic: [words(CYRILLIC)],
  chinese: [words(CHINESE)],
  japanese: [words(JAPANESE)],
  korean: [words(KOREAN)],
  others: [words(OTHERS), words(LATIN)],
  marked: [words(MARKED), words(LATIN), words(CYRILLIC)],
  emoji: [words(EMOJI), words(EMOJI), words(LATIN), words(CHINESE)],
  links: [words(LINKS), words(LATIN), words(CYRILLIC)],
  "links among ideographs": [words(LINKS), words(CHINESE), words(JAPANESE), words(KOREAN)],
  tags: [words(TAGS), words(LATIN), words(CHINESE), words(LINKS)],
  invisible: [INVISIBLE, words(LATIN), words(EMOJI), words(CHINESE), words(LINKS)],
  mixed: [LATIN, CYRILLIC, CHINESE, JAPANESE, KOREAN, OTHERS, MARKED, EMOJI, LINKS, TAGS].map(words).concat([INVISIBLE, BREAKS]),
};

// mulberry32: the same numbers on every machine.
let state = 20250922;
function random(below) {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % below;
}
const pick = (list) => list[random(list.length)];

function text(pools) {
  const glued = random(4) === 0;
  let made = "";
  for (let left = 1 + random(random(3) === 0 ? 60 : 12); left > 0; left--) {
    made += pick(pick(pools)) + (glued && random(2) ? "" : " ");
  }
  const form = random(6);
  const kept = random(5) ? made.trim() : made;
  return form === 0 ? kept.normalize("NFD") : form === 1 ? kept.normalize("NFC") : kept;
}

const kinds = Object.entries(KINDS);
const vectors = Array.from({ length: 1000 }, (_, n) => {
  const [kind, pools] = kinds[n % kinds.length];
  const made = text(pools);
  const rich = new RichText({ text: made });
  return [kind, made, twitter.parseTweet(made).weightedLength, rich.graphemeLength, rich.length];
});
const made = {
  "twitter-text": "3.1.0",
  "@atproto/api": "0.19.19",
  unicode: process.versions.unicode,
  fields: ["kind", "text", "weighted length", "graphemes", "UTF-8 bytes"],
};
const lines = vectors.map((vector) => JSON.stringify(vector)).join(",\n");
writeFileSync(new URL("vectors.json", import.meta.url), `{"made": ${JSON.stringify(made)},\n"vectors": [\n${lines}\n]}\n`);
