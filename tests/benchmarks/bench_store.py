"""The store against plain ways of doing the same: a scan, a table of snapshots, a bare insert."""

import random
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import pytest
from sqlalchemy import text

from app.clock import FixedClock
from app.domain.body import Body, BodyKind
from app.domain.identity import new_id
from app.store.engine import Access, connect
from app.store.queries.rules import read_version, version_in_force
from app.store.search import count_provisions, find_provisions
from app.store.search_index import rebuild
from app.store.workspace import Workspace
from tests.benchmarks.ledger import record

pytestmark = pytest.mark.bench

NOW = datetime(2026, 3, 2, tzinfo=UTC)
TODAY = NOW.date()

VOCABULARY = {
    "en": """
        the of and party parties joint group meeting decision article rules project credit
        transfer registry adopt amend report review activity emission reduction mechanism
        agreement minister secretariat delegation agenda annual authorise methodology validation
        verification issuance account host state notify consult written procedure objection
        silence period day paragraph annex entry force amendment language authentic text
        sustainable development inventory target contribution monitoring plan participant entity
        third independent accreditation suspension withdrawal confidentiality settlement dispute
        cooperation implementation technology forest waste energy grassland capacity finance
    """,
    "ko": """
        합동위원회 실무그룹 회의 결정 규칙 조항 사업 감축 실적 이전 등록부 채택 개정 보고 검토
        활동 배출 메커니즘 협정 장관 사무국 대표단 의제 연례 승인 방법론 타당성 검증 발행 계정
        유치국 통보 협의 서면 절차 이의 침묵 기간 일수 항목 부속서 발효 언어 정본 지속가능 발전
        인벤토리 목표 기여 모니터링 계획 참여자 기관 제삼자 독립 인정 정지 철회 비밀 분쟁 해결
        협력 이행 기술 산림 폐기물 에너지 초지 역량 재정 양측 합의 문안 검토의견 국장급 환경부
        외교부
    """,
    "ja": """
        合同委員会 作業部会 会合 決定 規則 条項 事業 削減 実績 移転 登録簿 採択 改正 報告 検討
        活動 排出 メカニズム 協定 大臣 事務局 代表団 議題 年次 承認 方法論 妥当性確認 検証 発行
        口座 ホスト国 通知 協議 書面 手続 異議 沈黙 期間 日数 項目 附属書 発効 言語 正文
        持続可能 開発 インベントリ 目標 貢献 モニタリング 計画 参加者 機関 第三者 独立 認定 停止
        脱退 秘密保持 紛争 解決 協力 実施 技術 森林 廃棄物 エネルギー 草地 能力 資金 双方 合意
        案文 局長級 環境省 外務省 ガイドライン
    """,
    "mn": """
        хамтарсан ажлын хэсэг хурал шийдвэр журам зүйл төсөл бууралт шилжүүлэг бүртгэл батлах
        өөрчлөх тайлан хянах үйл ажиллагаа ялгаруулалт механизм хэлэлцээр сайд нарийн бичиг
        төлөөлөгч хэлэлцэх асуудал жил бүр зөвшөөрөл аргачлал баталгаажуулалт гэрчлэх олгох данс
        хүлээн авагч улс мэдэгдэх зөвлөлдөх бичгээр журмаар эсэргүүцэл хугацаа өдөр хавсралт
        хүчин төгөлдөр хэл эх бичвэр тогтвортой хөгжил тооллого зорилт хувь нэмэр хяналт
        төлөвлөгөө оролцогч байгууллага хараат бус итгэмжлэл түдгэлзүүлэх нууцлал маргаан
        шийдвэрлэх хамтын технологи ой хог хаягдал эрчим бэлчээр чадавх санхүү гишүүн тал
    """,
}
WORDS = {language: words.split() for language, words in VOCABULARY.items()}

QUERIES = (
    *("disputes", "confidentiality", "article 6.2", "joint crediting registry"),
    *("회의록", "분쟁 해결", "제6조", "감축 실적 이전"),
    *("合同委員会", "紛争 解決", "ガイドライン", "第6条"),
    *("хурал", "маргаан шийдвэрлэх", "бэлчээр", "6 дугаар зүйл"),
)
RARE = {
    "en": "joint crediting registry Article 6.2",
    "ko": "제6조 회의록",
    "ja": "第6条 合同委員会議事録",
    "mn": "6 дугаар зүйл хурлын тэмдэглэл",
}


def milliseconds(
    work: Callable[[], object], times: int = 7, *, clock: Callable[[], float] = perf_counter
) -> float:
    taken = []
    for _ in range(times):
        start = clock()
        work()
        taken.append((clock() - start) * 1000)
    return median(taken)


def write_passage(chance: random.Random, language: str, weights: list[float], length: int) -> str:
    words = chance.choices(WORDS[language], cum_weights=weights, k=length)
    if chance.random() < 0.004:
        words.insert(chance.randrange(length), RARE[language])
    numbered = [f"{chance.randint(1, 40)}" if chance.random() < 0.03 else word for word in words]
    return (("" if language == "ja" else " ").join(numbered)) + "."


def fill_with_provisions(path: Path, documents: int, provisions: int) -> int:
    """Put one version of many documents in four languages into a workspace, and index it."""
    chance = random.Random(6)
    weights = {
        language: list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
        for language, words in WORDS.items()
    }
    lengths = {"en": 50, "ko": 75, "ja": 85, "mn": 45}
    key = 0
    with closing(connect(path, access=Access.READ_WRITE)) as store:
        store.execute("BEGIN IMMEDIATE")
        for number in range(documents):
            document = add_document(store, f"RULES-{number}", versions=1)
            for ordinal in range(provisions):
                revision = add_provision(store, document, ordinal, v_from=1, v_to=None)
                for language, length in lengths.items():
                    key += 1
                    words = write_passage(chance, language, weights[language], length)
                    add_text(store, revision, language, words)
        store.execute("COMMIT")
    return key


def add_document(store, code: str, versions: int) -> str:
    document = new_id().hex
    stamp = "2026-03-02 00:00:00.000000"
    store.execute(
        "INSERT INTO rule_document (id, row_version, created_at, updated_at, code, kind, titles,"
        " scope_notes, authentic_languages, provenance, provenance_note, note)"
        " VALUES (?, 1, ?, ?, ?, 'rule-set', '{}', '{}', '[]', 'original', '', '')",
        (document, stamp, stamp, code),
    )
    for number in range(1, versions + 1):
        starts = date(2000, 1, 1) + timedelta(days=365 * (number - 1))
        ends = starts + timedelta(days=365) if number < versions else None
        store.execute(
            "INSERT INTO rule_version (id, row_version, document_id, number, label, status,"
            " text_held, adopted_on, in_force_from, in_force_to, applies_to, change_notes,"
            " content_root, provenance, is_provisional) VALUES (?, 1, ?, ?, '', 'effective', 1, ?,"
            " ?, ?, '{}', '{}', 'ab', 'original', 0)",
            (new_id().hex, document, number, starts.isoformat(), starts.isoformat(), ends),
        )
    return document


def add_provision(store, document: str, ordinal: int, *, v_from: int, v_to: int | None) -> int:
    found = store.execute(
        "SELECT id FROM provision WHERE document_id = ? AND eid = ?", (document, f"art_{ordinal}")
    ).fetchone()
    provision = (
        found[0]
        if found
        else store.execute(
            "INSERT INTO provision (document_id, eid, kind) VALUES (?, ?, 'article')",
            (document, f"art_{ordinal}"),
        ).lastrowid
    )
    revision = store.execute(
        "INSERT INTO provision_revision (document_id, provision_id, v_from, v_to, ordinal, depth,"
        " label) VALUES (?, ?, ?, ?, ?, 0, ?)",
        (document, provision, v_from, v_to, ordinal, f"Article {ordinal}"),
    ).lastrowid
    return int(revision)


def add_text(store, revision: int, language: str, words: str) -> None:
    store.execute(
        "INSERT INTO provision_text (revision_id, language, correction, status, heading, text,"
        " sha256) VALUES (?, ?, 0, 'working', '', ?, x'')",
        (revision, language, words),
    )


@pytest.fixture(scope="module")
def hundred_thousand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("search") / "Large.jwg"
    opened = Workspace.create(path, clock=FixedClock(NOW), actor="Bat")
    texts = fill_with_provisions(path, documents=250, provisions=100)
    assert texts == 100_000
    start = perf_counter()
    with opened._writing.begin() as connection:
        rebuild(connection, today=TODAY)
    print(f"\nindexed {texts:,} texts twice in {perf_counter() - start:.1f} s")
    yield opened
    opened._reading.dispose()
    opened._writing.dispose()


def scan(words: str) -> str:
    """Return the condition of a scan for the words of a query."""
    parts = words.replace("'", "").split()
    return " AND ".join(f"(heading LIKE '%{part}%' OR text LIKE '%{part}%')" for part in parts)


def test_counting_what_a_query_finds(hundred_thousand: Workspace) -> None:
    ours, theirs = [], []
    with hundred_thousand.read() as reader:
        for query in QUERIES:
            plain = text(
                "SELECT count(*) FROM (SELECT 1 FROM provision_text"
                f" WHERE {scan(query)} LIMIT 1001)"
            )
            found = count_provisions(reader, query=query)
            assert found > 0, query
            ours.append(milliseconds(lambda q=query: count_provisions(reader, query=q), 15))
            theirs.append(milliseconds(lambda q=plain: reader.scalar(q), 3))
            print(f"\n{query}: {found} found, {ours[-1]:.2f} against {theirs[-1]:.1f} ms", end="")
    ratio = record("search_count", median(ours), "ms", "LIKE scan", median(theirs))
    assert ratio >= 50


def test_the_best_fifty_with_excerpts(hundred_thousand: Workspace) -> None:
    ours, theirs = [], []
    with hundred_thousand.read() as reader:
        for query in QUERIES:
            first = query.split()[0]
            plain = text(
                f"SELECT heading, text FROM provision_text WHERE {scan(query)} ORDER BY"
                f" length(text) - length(replace(text, '{first}', '')) DESC LIMIT 50"
            )
            assert find_provisions(reader, query=query).provisions
            ours.append(milliseconds(lambda q=query: find_provisions(reader, query=q)))
            theirs.append(milliseconds(lambda q=plain: reader.execute(q), 3))
    record("search_top50", median(ours), "ms", "LIKE scan, most frequent first", median(theirs))


LIMIT_IN_FORCE = 1.0
VERSIONS, PROVISIONS, LANGUAGES = 20, 100, ("en", "ko", "mn")


def fill_with_versions(path: Path, documents: int) -> list[str]:
    """Twenty versions of each document, a tenth of its provisions changed in each."""
    chance = random.Random(20)
    keys = []
    with closing(connect(path, access=Access.READ_WRITE)) as store:
        store.execute("BEGIN IMMEDIATE")
        store.execute(
            "CREATE TABLE snapshot (document_id TEXT, number INTEGER, language TEXT,"
            " ordinal INTEGER, eid TEXT, kind TEXT, depth INTEGER, label TEXT, heading TEXT,"
            " text TEXT, status TEXT, PRIMARY KEY (document_id, number, language, ordinal))"
            " STRICT, WITHOUT ROWID"
        )
        for index in range(documents):
            document = add_document(store, f"RULES-{index}", versions=VERSIONS)
            keys.append(document)
            for ordinal in range(PROVISIONS):
                add_history(store, document, ordinal, chance)
        store.execute("COMMIT")
    return keys


def add_history(store, document: str, ordinal: int, chance: random.Random) -> None:
    starts = [1, *(number for number in range(2, VERSIONS + 1) if chance.random() < 0.1)]
    for v_from, v_to in zip(starts, [*starts[1:], None], strict=True):
        revision = add_provision(store, document, ordinal, v_from=v_from, v_to=v_to)
        for language in LANGUAGES:
            words = " ".join(chance.choices(WORDS[language], k=45))
            add_text(store, revision, language, words)
            store.executemany(
                "INSERT INTO snapshot VALUES (?, ?, ?, ?, ?, 'article', 0, ?, '', ?, 'working')",
                [
                    (document, number, language, ordinal, f"art_{ordinal}", f"A {ordinal}", words)
                    for number in range(v_from, v_to or VERSIONS + 1)
                ],
            )


def test_the_text_in_force_on_a_day(tmp_path: Path) -> None:
    path = tmp_path / "Versions.jwg"
    opened = Workspace.create(path, clock=FixedClock(NOW), actor="Bat")
    documents = fill_with_versions(path, documents=30)
    chance = random.Random(9)
    snapshot = text(
        "SELECT eid, kind, depth, label, heading, text, language, status FROM snapshot"
        " WHERE document_id = :document AND number = :number AND language = :language"
        " ORDER BY ordinal"
    )
    ours, theirs, alone = [], [], []
    with opened.read() as reader:
        for _ in range(60):
            key = chance.choice(documents)
            document = new_id().__class__(key)
            day = date(2000, 6, 1) + timedelta(days=365 * chance.randrange(VERSIONS))
            language = chance.choice(LANGUAGES)
            number = version_in_force(reader, document_id=document, on=day)
            assert number is not None
            values = {"document": key, "number": number, "language": language}
            rows = read_version(
                reader, document_id=document, number=number, language=language, fallback=language
            )
            expected = reader.execute(snapshot, values)
            assert [row.text for row in rows] == [row.text for row in expected]

            def by_interval(document=document, day=day, language=language) -> None:
                found = version_in_force(reader, document_id=document, on=day)
                assert found is not None
                read_version(
                    reader,
                    document_id=document,
                    number=found,
                    language=language,
                    fallback=language,
                )

            def by_snapshot(document=document, day=day, values=values) -> None:
                version_in_force(reader, document_id=document, on=day)
                reader.execute(snapshot, values)

            ours.append(milliseconds(by_interval, 5))
            theirs.append(milliseconds(by_snapshot, 5))
            alone.append(milliseconds(by_interval, 5, clock=process_time))
    opened.close()
    with closing(connect(path, access=Access.READ_ONLY)) as store:
        intervals = store.execute("SELECT sum(length(text)) FROM provision_text").fetchone()[0]
        snapshots = store.execute("SELECT sum(length(text)) FROM snapshot").fetchone()[0]
    print(f"\nsnapshots hold {snapshots / intervals:.1f} times the text", end="")
    record("in_force", median(ours), "ms", "a table of whole snapshots", median(theirs))
    record("in_force_processor", median(alone), "ms", "the limit", LIMIT_IN_FORCE)


def test_what_a_commit_costs(tmp_path: Path) -> None:
    """A unit of work, with journal, search index and checks, against one insert on FULL."""
    opened = Workspace.create(tmp_path / "Commit.jwg", clock=FixedClock(NOW), actor="Bat")
    bare = connect(tmp_path / "bare.db", access=Access.CREATE)
    bare.execute("CREATE TABLE body (id TEXT PRIMARY KEY, code TEXT UNIQUE, names TEXT) STRICT")
    ours, theirs = [], []

    def by_unit_of_work(number: int) -> None:
        with opened.write("Set up a body") as work:
            names = {"en": "Joint Working Group", "ko": "합동위원회"}
            work.add(Body(code=f"B{number}", kind=BodyKind.COMMISSION, names=names))
            work.commit()

    def by_insert(number: int) -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute(
            "INSERT INTO body VALUES (?, ?, ?)",
            (new_id().hex, f"B{number}", '{"en":"Joint Working Group","ko":"합동위원회"}'),
        )
        bare.execute("COMMIT")

    for number in range(120):  # in turns, as the disk is shared with others
        ours.append(milliseconds(lambda n=number: by_unit_of_work(n), 1))
        theirs.append(milliseconds(lambda n=number: by_insert(n), 1))
    bare.close()
    opened.close()
    record("commit", median(ours), "ms", "a bare insert, FULL", median(theirs))
