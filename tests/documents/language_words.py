"""The words of the first meeting in the languages of the documents, for the facts built in them."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Words:
    """What the facts of the first meeting say in one language."""

    korea: tuple[str, str]
    mongolia: tuple[str, str]
    body: tuple[str, str]
    place: str
    next_place: str
    heads: tuple[tuple[str, str, str], tuple[str, str, str]]
    adviser: str
    offices: tuple[str, str]
    framework: str
    agenda: tuple[str, str, str]
    annotation: str
    paragraphs: tuple[str, str, str]
    decision: tuple[str, str]
    action: str
    promptly: str
    rules: str
    sentences: tuple[str, str]
    heading: str
    change: str


KOREAN = Words(
    korea=("대한민국", "한국"),
    mongolia=("몽골", "몽골"),
    body=("기후변화 협력 공동위원회", "공동위원회"),
    place="울란바토르",
    next_place="서울",
    heads=(("홍길동", "심의관", "외교부"), ("도르지", "기후변화 특사", "환경기후변화부")),
    adviser="김자문",
    offices=("환경부", "산림청"),
    framework="대한민국 정부와 몽골 정부 간의 기후변화 협력에 관한 기본협정",
    agenda=("개회 및 대표단 소개", "국제감축 협력 사업", "몽골 매립장 온실가스 국제감축사업"),
    annotation="각 측은 국내 정책을 설명한다.",
    paragraphs=(
        "양측은 파리협정 제6.2조 이행 관련 국내 정책에 관한 의견을 교환하였다.",
        "한국 측은 몽골 매립장 온실가스 국제감축사업을 제안하였으며, 몽골 측은 이에 유의하였다.",
        "양측은 사업을 조속히 추진하기 위하여 적극 협력하기로 합의하였다.",
    ),
    decision=(
        "매립장 사업",
        "공동위원회는 매립장 사업의 조속한 추진을 위하여 협력하기로 결정한다.",
    ),
    action="환경건전성 기준을 몽골 측에 송부한다.",
    promptly="조속히",
    rules="국제감축사업 이행 규칙",
    sentences=("당사국은 이 규칙을 성실하게 적용한다. ", "에 따른다."),
    heading="사무국",
    change="제2조의2 신설.",
)

MONGOLIAN = Words(
    korea=("Бүгд Найрамдах Солонгос Улс", "Солонгосын"),
    mongolia=("Монгол Улс", "Монголын"),
    body=("Уур амьсгалын өөрчлөлтийн хамтарсан ажлын хэсэг", "Хамтарсан ажлын хэсэг"),
    place="Улаанбаатар",
    next_place="Сөүл",
    heads=(
        ("Хон Гил Дон", "захирлын орлогч", "Гадаад хэргийн яам"),
        ("Б.Дорж", "тусгай элч", "Байгаль орчин, уур амьсгалын өөрчлөлтийн яам"),
    ),
    adviser="Ө.Зөвлөх",
    offices=("Байгаль орчны яам", "Ойн алба"),
    framework="Уур амьсгалын өөрчлөлтийн чиглэлээр хамтран ажиллах тухай үндсэн хэлэлцээр",
    agenda=("Хурлын нээлт", "Хоёр талын хамтын ажиллагааны төсөл", "Хог хаягдлын цэгийн төсөл"),
    annotation="Талууд дотоодын бодлогоо танилцуулна.",
    paragraphs=(
        "Талууд дотоодын бодлогын талаар санал солилцов.",
        "Солонгосын тал төслийг санал болгов. Монголын тал анхааралдаа авав.",
        "Талууд төслийг шуурхай хэрэгжүүлэхээр санал нэгдэв.",
    ),
    decision=("Хог хаягдлын цэгийн төсөл", "Хамтарсан ажлын хэсэг төслийг дэмжихээр шийдвэрлэв."),
    action="Шалгуурыг Монголын талд хүргүүлнэ.",
    promptly="шуурхай",
    rules="Олон улсын бууруулалтын төсөл хэрэгжүүлэх журам",
    sentences=("Талууд энэ журмыг шударгаар хэрэглэнэ. ", " дэх журмыг баримтална."),
    heading="Нарийн бичгийн газар",
    change="2¹ дүгээр зүйл нэмсэн.",
)

JAPANESE = Words(
    korea=("大韓民国", "韓国"),
    mongolia=("モンゴル国", "モンゴル"),
    body=("気候変動協力合同作業部会", "合同作業部会"),
    place="ウランバートル",
    next_place="ソウル",
    heads=(("洪吉童", "審議官", "外交部"), ("ドルジ", "気候変動特使", "環境・気候変動省")),
    adviser="顧問一郎",
    offices=("環境部", "山林庁"),
    framework="大韓民国政府とモンゴル国政府との間の気候変動協力に関する基本協定",
    agenda=("開会及び代表団の紹介", "国際削減協力事業", "モンゴル埋立地温室効果ガス削減事業"),
    annotation="双方は、国内政策を説明する。",
    paragraphs=(
        "双方は、パリ協定第6条2の実施に関する国内政策について意見を交換した。",
        "韓国側は、埋立地温室効果ガス削減事業を提案し、モンゴル側は、これに留意した。",
        "双方は、事業の速やかな推進のため積極的に協力することで一致した。",
    ),
    decision=(
        "埋立地事業",
        "合同作業部会は、埋立地事業の速やかな推進のため協力することを決定する。",
    ),
    action="環境十全性の基準をモンゴル側に送付する。",
    promptly="速やかに",
    rules="国際削減事業実施規則",
    sentences=("当事国は、この規則を誠実に適用する。", "の定めるところによる。"),
    heading="事務局",
    change="第2条の2を追加。",
)

WORDS = {"ko": KOREAN, "mn": MONGOLIAN, "ja": JAPANESE}
