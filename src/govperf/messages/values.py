"""What is said of a number, a unit, a quantity, a target (数值与计量单位的文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["VALUES"]

VALUES: Final[Mapping[str, tuple[str, str]]] = {
    # --- errors of numbers
    "numeral.empty": ("a number is missing", "缺少数字"),
    "numeral.unreadable": ("{value} is not a number", "{value}不是数字"),
    "numeral.grouping": ("digit groups are malformed in {value}", "{value}的千分位分隔有误"),
    "numeral.order": ("{value} is not a well-formed Chinese number", "{value}不是规范的汉字数字"),
    "numeral.ambiguous": ("{value} can be read in two ways", "{value}有两种读法"),
    "numeral.point": ("the decimal point is misplaced in {value}", "{value}的小数点位置有误"),
    "numeral.overlap": ("the parts of {value} overlap", "{value}的各部分数位重叠"),
    "numeral.approximate": (
        "{value} is only approximate, which read_number reads",
        "{value}是概数，不是确切的数",
    ),
    "numeral.endless": (
        "{value} has no end as a decimal, and is a fraction to read_number",
        "{value}不能写成有限小数",
    ),
    "numeral.part": (
        "{value} is a part of something, where a number should stand",
        "此处应为数字，{value}是比例",
    ),
    "numeral.contradiction": ("the words of {value} contradict each other", "{value}前后的词互相矛盾"),
    "numeral.descending": (
        "{value} goes from a larger number to a smaller one",
        "{value}的前一个数大于后一个数",
    ),
    "numeral.denominator": (
        "a denominator is a whole number above zero, not {value}",
        "分母须为正整数，不能是{value}",
    ),
    "numeral.discount": ("{value} is no price", "没有{value}这种折扣"),
    "numeral.trailing": ("something follows the number in {value}", "{value}在数字之后还有内容"),
    "numeral.digits": ("{value} has more than {limit} digits", "{value}超过{limit}位数字"),
    "numeral.range": ("{value} is too large or too small", "{value}过大或过小"),
    "numeral.infinite": ("{value} is not a finite number", "{value}不是有限数"),
    "numeral.decimals": ("a number is written with 0 to {limit} decimals", "小数位数须在0至{limit}之间"),
    # --- errors of amounts in capitals
    "rmb.finer": ("{value} is finer than a 分, say how to round it", "{value}不足一分的部分，须指明如何舍入"),
    "rmb.capitals": ("the digits of {value} are not all capitals", "{value}中有的数字不是大写"),
    "rmb.unit": ("a number in {value} has no 元, 角 or 分 after it", "{value}中有数字缺少元、角或分"),
    "rmb.order": ("元, 角 and 分 are out of order in {value}", "{value}中元、角、分的顺序有误或重复"),
    "rmb.zero": ("零 is missing or misplaced in {value}", "{value}中缺少或多出“零”"),
    "rmb.whole": ("整 does not follow 分 in {value}", "{value}有分，分之后不写“整”"),
    # --- errors of sizes
    "limit.chars": ("{value} is longer than {limit} characters", "{value}超过{limit}个字符"),
    "limit.bytes": ("the document is larger than {limit} bytes", "文档超过{limit}字节"),
    "limit.depth": ("the document nests deeper than {limit} levels", "文档嵌套超过{limit}层"),
    "limit.units": (
        "there are more than {limit} words for units, {value} is one too many",
        "计量单位的名称超过{limit}个，{value}无法登记",
    ),
    "limit.nesting": (
        "departments or goals nest deeper than {limit} levels",
        "部门或目标嵌套超过{limit}层",
    ),
    "limit.items": ("a list has more than {limit} members", "列表超过{limit}项"),
    # --- optional packages
    "extra.missing": (
        "{package} is not installed: pip install 'govperf[{extra}]'",
        "未安装{package}，请运行pip install 'govperf[{extra}]'",
    ),
    # --- errors of units and quantities
    "unit.unknown": ("unknown unit in {value}{near_en}", "{value}中有不认识的计量单位{near_zh}"),
    "unit.two": (
        "the heading {value} names two units, {one} and {other}",
        "表头{value}中有两个计量单位：{one}和{other}",
    ),
    "unit.word": (
        "{value} cannot name a unit: it takes up to {limit} letters, and no numeral at the beginning",
        "{value}不能作为计量单位的名称：须为不超过{limit}个汉字或字母，且不以数字或数量级开头",
    ),
    "unit.defined": ("{value} is known already: one is {meaning}", "{value}已有定义，1{value}即{meaning}"),
    "unit.registry": (
        "{value} means something else in this registry: {meaning}",
        "{value}在此注册表中另有含义：{meaning}",
    ),
    "unit.meaning-unread": (
        "the meaning of the unit {value} cannot be read: {reason_en}",
        "计量单位{value}的含义无法识别：{reason_zh}",
    ),
    "unit.scale": (
        "{value} is a scale word, and a unit must follow it",
        "{value}只是数量级，后面须有计量单位",
    ),
    "unit.meaning": (
        "the meaning of the unit {value} is no amount above zero: {meaning}",
        "计量单位{value}的含义不是大于零的数量：{meaning}",
    ),
    "unit.terms": ("the unit {value} has more than {limit} factors", "计量单位{value}超过{limit}个因子"),
    "unit.exponent": (
        "the exponent of the unit {value} is not a whole number up to {limit}",
        "计量单位{value}的幂次不是不超过{limit}的整数",
    ),
    "unit.mixed": ("{one} and {other} do not measure the same thing", "{one}与{other}计量的不是同一种量"),
    "quantity.no-number": ("{value} does not begin with a number", "{value}不是以数字开头"),
    "quantity.digits": ("a number has more than {limit} digits", "数字超过{limit}位"),
    "quantity.decimals": ("a number has more than {limit} decimals", "小数超过{limit}位"),
    "quantity.finite": ("{value} is not a finite number", "{value}不是有限的数"),
    "quantity.date": (
        "{value} may be a date or a mark and not a quantity",
        "{value}可能是日期或符号而不是数量",
    ),
    "quantity.vague": (
        "{value} is approximate, a bound or a range, which Actual, Target and read_number read",
        "{value}不是一个确切的数量，而是概数、界限或范围",
    ),
    "quantity.several": (
        "there are several quantities in {value}, read them one by one",
        "{value}中有多个数量，请分别读取",
    ),
    "quantity.each": (
        "the rate in {value} has no end as a decimal number of one unit",
        "{value}折合为每一单位时除不尽",
    ),
    "quantity.parts": (
        "a part of {value} is no less than one {unit} before it",
        "{value}中后一部分不小于前面的1{unit}",
    ),
    "quantity.whole": (
        "of the numbers in {value} only the last may have decimals",
        "{value}中除最后一个数外，其余须为整数",
    ),
    "quantity.scales": (
        "there is a scale word in {value}, and another one in the unit {unit} of the heading",
        "{value}中有数量级，表头的计量单位{unit}中也有",
    ),
    "quantity.endless": ("{value} has no end as a decimal number of {unit}", "{value}换算为{unit}时除不尽"),
    "quantity.step": (
        "{amount} is no whole number of steps of {value}",
        "{amount}不是{value}的整数倍",
    ),
    "quantity.step-needed": (
        "{unit} has no smallest amount: say the step by which it is split",
        "{unit}没有最小单位，请指明按多大的份额分配",
    ),
    "quantity.weights": (
        "weights are numbers from zero up, and not all of them zero",
        "权重不得为负，且不得全为零",
    ),
    "quantity.zero-divisor": ("nothing can be divided by {value}", "不能除以{value}"),
    # --- errors of targets
    "target.unreadable": (
        "a sign stands before what is no quantity in {value}: {reason_en}",
        "{value}的运算符号之后不是数量：{reason_zh}",
    ),
    "target.sign": ("{value} is no operator such as ≥ or 定性", "{value}不是运算符号"),
    "target.implied": ("{value} does not bind one number, and is nothing to infer", "{value}不能由推定得出"),
    "target.unit": (
        "{value} does not go with the unit {unit} beside it: {reason_en}",
        "{value}与计量单位栏的{unit}不符：{reason_zh}",
    ),
    "target.unit-unknown": (
        "{value} stands beside {unit}, which is no known unit",
        "{value}的计量单位栏为{unit}，不是已知的计量单位",
    ),
    "target.range": ("{value} goes from more to less", "{value}的下限大于上限"),
    "target.contradiction": ("the operators in {value} contradict each other", "{value}中的运算符号相互矛盾"),
    "target.date": ("a day in {value} is not in the calendar", "{value}中有日历上没有的日期"),
    "target.date-or-number": (
        "{value} may be a date or a number: write it as {date}, or with its unit",
        "{value}可能是日期，也可能是数字：是日期的请写成{date}，是数字的请写明计量单位",
    ),
    "target.month": (
        "{value} may be a month of the calendar or a number of months: write 个月, or the date",
        "{value}可能是月份，也可能是月数：请写成若干个月，或写明日期",
    ),
}
