"""`govperf demo` prints the figures of three real evaluations, and computes every one of them."""

import json
import re
from importlib.resources import files

import pytest

from govperf import cli
from govperf.cli import reports

GUANGZHOU, PANYU, SCHOOL = NAMES = "guangzhou-emergency-2020", "panyu-emergency-2021", "hainan-school-2023"


def texts():
    return {name: (files("govperf") / "data" / f"{name}.json").read_text(encoding="utf-8") for name in NAMES}


@pytest.fixture
def demo(monkeypatch, tmp_path, capsys):
    """The lines of the demo out of copies of the data files, some of them changed."""

    def run(**changed):
        folder = tmp_path / "data"
        folder.mkdir(exist_ok=True)
        for name, text in (texts() | changed).items():
            (folder / f"{name}.json").write_text(text, encoding="utf-8")
        monkeypatch.setattr(reports, "files", lambda _: tmp_path)
        assert cli.main(["demo"]) == 0
        return [" ".join(line.split()) for line in capsys.readouterr().out.split("\n")]

    return run


LEFT = "年初结转结余 0.19万元 + 本年收入 3,678.76万元 - 本年支出 3,678.76万元 = 0.19万元"
IMPLIED = "按支出 3,678.07万元 倒算，全年预算数应为 3,868.40万元"
FAR_OVER = "实际完成值近540条，指标值不少于60条，完成率900.00%，远超指标值，指标值是否过低"
FIGURES = [
    # 广州市应急管理局 2020: target, actual, completion rate, deviation
    "预算完成率（自报） 99.23%",
    "✓ 委托检查企业 342家 = 粉尘涉爆 150家 + 有限空间 150家 + 液氨制冷 42家",
    "✓ 台网设备维修 78次 = 测震 30次 + 前兆 42次 + 强震 1次 + 台网中心 5次",
    "重点行业企业委托检查数 342家 342家 100.00% 0.00%",
    "媒体发布应急管理信息 不少于60条 近540条 900.00% 800.00%",
    "舆情监测周报 每周1期 49期 94.23% -5.77%",
    "年度培训计划 9次 9次 100.00% 0.00%",
    "官微官网正常运行天数 366天 366天 100.00% 0.00%",
    "监督检查计划完成率 100% 100% 100.00% 0.00%",
    "法律顾问使用效率 达到100% 100% 100.00% 0.00%",
    "事故处理完成率 ≥95% 75% 78.95% -21.05%",
    "防震减灾执法台站 每半年1个 2个 100.00% 0.00%",
    "地震台网故障响应时间 24小时以内 78次中77次 98.72% -1.28%",
    "森林消防应急队伍 两支 两支 100.00% 0.00%",
    "※ 每周1期 × 52 = 52期：舆情监测周报",
    "※ 每半年1个 × 2 = 2个：防震减灾执法台站",
    "※ 78次中77次达到指标值24小时以内：地震台网故障响应时间",
    "○ 安全生产责任体系：指标值不是数量：完善监管责任体系",
    "○ 体验中心工程进度：实际完成值不是数量：实体馆拆除基本完成，虚拟馆完成招标",
    "表中没有分值，只算完成率，不计分",
    f"[警示] 媒体发布应急管理信息：{FAR_OVER}",
    "[提示] 预算完成率 99.23% 没有给出分子和分母，无法复算",
    "[提示] 舆情监测周报：每周1期，全年应为52期，实际为49期",
    "[提示] 事故处理完成率：未达到指标值，完成率 78.95%",
    "[提示] 地震台网故障响应时间：78次中有77次达到指标值24小时以内",
    # 番禺区应急管理局 2021: a budget that does not add up
    "年初预算数 5,783.95万元",
    "全年执行数（本年支出） 3,678.76万元",
    "支出进度（自报） 95.08%",
    "✓ 本年收入 3,678.76万元 = 一般公共预算财政拨款 3,508.66万元 + 事业收入 18.18万元 + 其他收入 151.92万元",
    "✓ 基本支出 2,367.28万元 = 人员经费 2,165.98万元 + 公用经费 201.30万元",
    "✗ 本年支出 3,678.76万元 ≠ 基本支出 2,367.28万元 + 项目支出 1,310.79万元 = 3,678.07万元，相差 0.69万元",
    f"✗ 年末结转结余 0.88万元 ≠ {LEFT}，相差 0.69万元",
    "✓ 安全生产正能量信息 624条 = 镇街 295条 + 部门 201条 + 区属公有企业 128条",
    "✓ 事故调查 17起 = 道路交通 13起 + 建筑施工和其他行业 4起",
    "局本级 38人 38人 100.00%",
    "地震办公室 4人 3人 75.00%",
    "广州市番禺区应急管理局 51人 50人 98.04%",
    "专职安监员配置 420人 420人 100.00% 0.00%",
    "○ 专项隐患排查：指标值不是数量：降低事故数量",
    "自报总分 83.28 分，等级“良”（MOF-2020-10）",
    "[错误] 本年支出印为 3,678.76万元，只有 3,678.07万元 才与本年支出、年末结转结余的勾稽关系都相符",
    f"[警示] 支出进度 95.08% 无法复算：{IMPLIED}（比年初 -33.12%）",
    # 海南省属中学 2023: every point explained
    "预算执行率 25.00%",
    "预算执行率：10 × 30,000.00元 ÷ 120,000.00元 = 2.5，取 2.50 分（按完成比例计分，MOF-2020-10）",
    "资助人数：20 × 10 ÷ 52 = 3.846153…，取 3.85 分（按完成比例计分，MOF-2020-10）（未写运算符号，按≥推定）",
    "困难教师：30 × 0 ÷ 2 = 0，取 0.00 分（按完成比例计分，MOF-2020-10）（未写运算符号，按≥推定）",
    "总分：2.50 + 3.85 + 0.00 + 30.00 + 10.00 = 46.35，等级“差”（MOF-2020-10）",
    "自报总分 46.35 分，等级“差”（MOF-2020-10）",
]


def test_every_figure_is_printed(demo):
    assert [figure for figure in FIGURES if figure not in demo()] == []


def test_nothing_else_is_an_error(demo):
    assert len([line for line in demo() if line.startswith("[错误]")]) == 3


@pytest.mark.parametrize("name", NAMES)
def test_every_indicator_is_measured_or_says_why(demo, name):
    lines = demo()
    goals = json.loads(texts()[name])["goals"]
    for row in [row for goal in goals for row in goal["indicators"]]:
        measured = f"{row['name']} {row['target']} {row['actual']} "
        unmeasured = f"○ {row['name']}："
        assert len([line for line in lines if line.startswith((measured, unmeasured))]) == 1, row


@pytest.mark.parametrize(
    ("name", "old", "new", "printed"),
    [
        (GUANGZHOU, "近540条", "近66条", "媒体发布应急管理信息 不少于60条 近66条 110.00% 10.00%"),
        (GUANGZHOU, "49期", "51期", "[提示] 舆情监测周报：每周1期，全年应为52期，实际为51期"),
        (GUANGZHOU, "78次中77次", "80次中77次", "地震台网故障响应时间 24小时以内 80次中77次 96.25% -3.75%"),
        (GUANGZHOU, '"75%"', '"95%"', "事故处理完成率 ≥95% 95% 100.00% 0.00%"),
        (PANYU, '"actual": 3,', '"actual": 4,', "广州市番禺区应急管理局 51人 51人 100.00%"),
        (
            PANYU,
            "295条",
            "294条",
            "✗ 安全生产正能量信息 624条 ≠ 镇街 294条 + 部门 201条 + 区属公有企业 128条 = 623条，相差 1条",
        ),
        (PANYU, '"83.28"', '"90.00"', "自报总分 90.00 分，等级“优”（MOF-2020-10）"),
        (
            PANYU,
            "1,310.79万元",
            "1,311.48万元",
            "✓ 本年支出 3,678.76万元 = 基本支出 2,367.28万元 + 项目支出 1,311.48万元",
        ),
        (
            SCHOOL,
            "30,000.00元",
            "90,000.00元",
            "总分：7.50 + 3.85 + 0.00 + 30.00 + 10.00 = 51.35，等级“差”（MOF-2020-10）",
        ),
        (
            SCHOOL,
            '"10"',
            '"52"',
            "总分：2.50 + 20.00 + 0.00 + 30.00 + 10.00 = 62.50，等级“中”（MOF-2020-10）",
        ),
    ],
    ids=lambda value: value.strip('"') if len(value) < 30 else "",
)
def test_another_number_prints_another_figure(demo, name, old, new, printed):
    text = texts()[name]
    assert old in text
    assert printed in demo(**{name: text.replace(old, new, 1)})


UNUSED = ("schema", "source", "retired", "reported_points")
digit = re.compile(r"\d").search


def numbers(node):
    """Every place of a document with a number that the report must depend on."""
    if "target" in node and not (digit(node["target"]) and digit(node["actual"])):
        return  # one of them is no quantity: nothing is computed
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        if isinstance(value, dict | list):
            yield from numbers(value)
        elif digit(str(value)) and key not in UNUSED:
            yield node, key


def one_more(value):
    """A value with its last digit one higher: 近541条 for 近540条."""
    more = re.sub(r"\d(?=\D*$)", lambda last: str((int(last[0]) + 1) % 10), str(value))
    return int(more) if isinstance(value, int) else more


@pytest.mark.parametrize(("name", "count"), [(GUANGZHOU, 31), (PANYU, 33), (SCHOOL, 17)])
def test_no_number_is_without_effect(demo, name, count):
    """Each number of a file in turn, one higher: the demo prints something else."""
    plain, document = demo(), json.loads(texts()[name])
    # of the two years only that of the evaluation is printed
    places = [(node, key) for node, key in numbers(document) if key != "year" or node is document]
    for node, key in places:
        value, node[key] = node[key], one_more(node[key])
        assert demo(**{name: json.dumps(document)}) != plain, (key, value)
        node[key] = value
    assert len(places) == count
