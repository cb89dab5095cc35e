"""A text -> how unlikely it is as Chinese, Japanese, Korean or Cyrillic, by the characters each uses most.

A few hundred characters make up most of what is written in a language; bytes that are read in the wrong
encoding give characters from anywhere. Those below are the commonest of each language, and those that
names of projects, places and organizations have.
"""

from collections import Counter
from dataclasses import dataclass
from math import log2

_CHINESE = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    "行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其"
    "些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建"
    "月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老基资边流路级少图山统接知"
    "组见计别手角期根论运农指几九区强放西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压世金增争"
    "济阶油思术极交受联认六共权收证改清己美再采转更单风切打白教速花带安场身车例务具万每目至达走积示议报斗完类八离华名"
    "确科张信马节话米整空元况今集温传土许步群广石记需段研界林律且究观织装影算低持音众书布复容儿须际商非验连断深难近矿"
    "千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府太准精值率族维划选标写存候毛亲快效院查江型王按养易"
    "置派层片始却专状育京识适属圆包火住调满县局照参红细引听该铁价严荒漠沙尘暴退草原森绿洲旗内蒙古宁夏新疆甘肃陕河湖黄"
    "县镇乡村盟州岛亚洲欧俄罗斯日韩朝鲜联合环境保护项目修复示范监测防固植树造生态系统气候协会基金中心司"
    "尔斯克亚西阿拉巴马尼加利哈萨坦森纳维卡德兰伦特库奈洛诺瓦茨罗莫波塞列奥丹吉托鲁瑞荷葡乌干赛埃及伊比贝索厄群岛属"
)
_JAPANESE = (
    "日一国人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半"
    "男西電校語土木聞食車何南万毎白天母火右読友左休父雨会同事自社発者地業方新場員立開手力問代明動京目通言理体田主題"
    "意不作用度強公持野以思家世多正安院心界教文元重近考画海売知道集別物使品計死特私始朝運終台広住無真有口少町料工建"
    "空急止送切転研足究楽起着店病質待試族銀早映親験英医仕去味写字答夜音注帰古歌買悪図週室歩風紙黒花春赤青館屋色走秋"
    "夏習駅洋旅服夕借曜飲肉貸堂鳥飯勉冬昼茶弟牛魚兄犬妹姉漢対策境化漠砂緑植林乾燥劣環農協力機構国際実践会合総合開"
    "発技術支援調査研究所大学財団法人省庁県市保全持続可能利用管理技術流域草原森再計画事業基金委員連盟亜黄塵蒙内"
)
_KOREAN = (
    "이다는을의에가고하지한사로기를도시은리자대그아나일어해정서인과있들스라보수제전상부장원구소동조화주진성공년국여관중"
    "무만경신물생모오실방면위회세선문산계연학발용안적작업려니게었습림내개분운재치단협력교육역환토막황퇴식태초몽골북남러"
    "본엔속능농과술청처센터프그램획목표예활결영트드르크카타파마바비미우유디레베네노코포토티피호히후키투루두료류량렬로"
    "린란랜벨탄틴테큐케쿠칼민반변법별복불빈배백버번변본볼북간감강건검격견결고곡공과관광교구권규균극근금급긴김길까나날"
    "남녹논누눈느님당더데독돌등디따때또락람랑래련령론룹르름른립링말망매맥머메며명몬못묘밀박받벌범병봉빙빛살삼새색석설"
    "섬셜숲습승쓰씨심십양억언엄업에연열염예온와완왕외요욕원월율으음응임입있잔잡저절점접족존종좌죄준줄즈증직질집차착찬"
    "참창채책척천철첫청체초촌총최추축출충취측친칠침카커콜크택통특판팔편평폐포표품풍필학함합항핵향허현형혜호혼홍화확활흥"
    "푸숲홀쿠웨퍼벳켄햐샤쇼"
)
_KANA = "".join(map(chr, [*range(0x3041, 0x3094), *range(0x30A1, 0x30F7)])) + "ー々・、。「」（）"
_HAN_SIGNS = "、。，；：（）“”《》「」·～－　"
_CYRILLIC = "".join(map(chr, range(0x410, 0x450))) + "ЁёЄєІіЇї"


@dataclass(frozen=True, slots=True)
class Usual:
    """Characters that make up a share of what is written in an encoding, and how many others it may have."""

    characters: frozenset[str]
    share: float
    others: int

    def surprise(self, text: str) -> float:
        """Return how unlikely the characters of a text beyond ASCII are, in bits (Shannon's information)."""
        counts = Counter(character for character in text if not character.isascii())
        known = sum(count for character, count in counts.items() if character in self.characters)
        bits = log2(len(self.characters) / self.share), log2(self.others / (1 - self.share))
        return known * bits[0] + (counts.total() - known) * bits[1]


USUAL_CHARACTERS = {
    "gb18030": Usual(frozenset(_CHINESE + _HAN_SIGNS), 0.75, 6000),
    "cp932": Usual(frozenset(_KANA + _JAPANESE), 0.9, 6000),
    "cp949": Usual(frozenset(_KOREAN), 0.9, 2000),
    "cp1251": Usual(frozenset(_CYRILLIC), 0.97, 64),
}
