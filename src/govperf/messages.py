"""Every sentence that govperf says, in English and Chinese (文案).

One table of code → (English, Chinese); the values of a message are filled in by name.
Errors, reasons for an undefined value, notes of a score and findings of a review all
speak from here, so that a code means the same thing in both languages.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final, Literal

    Language = Literal["en", "zh"]

__all__ = ["MESSAGES", "message"]

MESSAGES: Final[Mapping[str, tuple[str, str]]] = {
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
    "numeral.discount": ("{value} is no price", "没有{value}这种价格"),
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
    "limit.items": ("a list has more than {limit} members", "列表超过{limit}项"),
    # --- errors of units and quantities
    "unit.unknown": ("unknown unit in {value}", "{value}中有不认识的计量单位"),
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
    "quantity.zero-divisor": ("nothing can be divided by {value}", "不能除以{value}"),
    # --- errors of targets
    "target.unreadable": (
        "a sign stands before what is no quantity in {value}: {reason_en}",
        "{value}的运算符号之后不是数量：{reason_zh}",
    ),
    "target.contradiction": ("the operators in {value} contradict each other", "{value}中的运算符号相互矛盾"),
    # --- errors of documents
    "file.missing": ("there is no such file", "文件不存在"),
    "file.directory": ("this is a folder and not a file", "是文件夹，不是文件"),
    "file.permission": ("reading the file is not permitted", "没有读取权限"),
    "file.unreadable": ("the file cannot be read: {reason}", "文件无法读取：{reason}"),
    "data.many": ("the document has {count} faults", "文档共有{count}处错误"),
    "data.empty": ("the text is empty: leave out what the form leaves out", "内容为空，表中没有的项请省略"),
    "data.empty-document": ("the document is empty", "文档为空"),
    "data.utf8": (
        "the document is not UTF-8, byte {at} is wrong",
        "文档不是UTF-8编码（请另存为UTF-8），第{at}字节有误",
    ),
    "data.json": (
        "not JSON at line {line}, column {column}: {reason_en}",
        "第{line}行第{column}列不是合法的JSON：{reason_zh}",
    ),
    "json.value": ("a value is expected", "此处应为值"),
    "json.key": ("a key in double quotes is expected", "此处应为带双引号的键"),
    "json.colon": ("a colon is expected", "此处应为冒号"),
    "json.comma": ("a comma is expected", "此处应为逗号"),
    "json.quote": ("the text has no closing quote", "文本缺少后引号"),
    "json.control": ("a control character stands in a text", "文本中有控制字符"),
    "json.extra": ("something follows the document", "文档之后还有内容"),
    "json.trailing": ("a comma stands before the closing bracket", "括号之前有多余的逗号"),
    "json.syntax": ("the syntax is wrong", "语法有误"),
    "data.constant": ("{value} is not a number of JSON", "{value}不是JSON数字"),
    "data.float": (
        "{value} is a JSON float: write it as a text to keep it exact",
        "{value}是JSON浮点数，为保证精确请写成文本",
    ),
    "data.type": ("found {found_en} instead of {expected_en}", "应为{expected_zh}，实为{found_zh}"),
    "type.object": ("an object", "对象"),
    "type.array": ("an array", "数组"),
    "type.text": ("a text", "文本"),
    "type.number": ("a number", "数字"),
    "type.whole": ("a whole number", "整数"),
    "type.boolean": ("true or false", "布尔值"),
    "type.null": ("null", "空值null"),
    "data.unicode": ("half of a surrogate pair stands in {value}", "{value}中有残缺的Unicode字符"),
    "data.key": ("unknown key {value}, known are {known}", "不认识的键{value}，可用的键有{known}"),
    "data.missing": ("a required value is missing", "缺少必填项"),
    "data.twice": ("{value} stands twice", "{value}重复出现"),
    "data.schema": (
        "the schema is {found}, this version reads {expected}",
        "格式版本为{found}，本版本只读{expected}",
    ),
    "data.money": (
        "{value} does not say an amount of money: add 元 or 万元",
        "{value}不是金额，请写明元或万元",
    ),
    "data.rate": ("{value} does not say a rate: add %", "{value}不是比率，请写明%"),
    "data.currency": ("{one} and {other} are not of one currency", "{one}与{other}币种不同"),
    "data.negative": ("{value} is below zero", "{value}小于零"),
    "data.year": ("{value} is not a year between 1949 and 2199", "{value}不是1949至2199之间的年度"),
    # --- errors of rule books
    "standard.unknown": ("unknown standard {value}, known are {known}", "没有评分标准{value}，现有{known}"),
    "standard.toml": ("the standard is not TOML: {reason}", "评分标准不是合法的TOML：{reason}"),
    "standard.key": ("unknown key {value}", "不认识的键{value}"),
    "standard.missing": ("the key {value} is missing", "缺少键{value}"),
    "standard.type": ("the value {value} is not of the right type", "值{value}的类型不对"),
    "standard.range": ("{value} is not a possible value here", "{value}不是此处可用的值"),
    "standard.operators": (
        "the operators of rule {value} are unknown, or another rule has them",
        "规则{value}的运算符号有误，或与其他规则重复",
    ),
    "standard.grades": (
        "the grades of {value} are none, or do not fall",
        "{value}没有等级，或等级没有由高到低排列",
    ),
    "standard.knots": (
        "the knots of rule {value} do not rise, or a share is outside 0 to 1",
        "规则{value}的分段点没有递增，或得分比例不在0到1之间",
    ),
    "standard.no-rule": (
        "the standard {value} has no rule for {operator}",
        "评分标准{value}没有适用于{operator}的规则",
    ),
    "standard.no-grade": (
        "the standard {standard} has no grade for {value}",
        "评分标准{standard}没有{value}分的等级",
    ),
    # reasons for an undefined value
    "undefined.target-missing": ("there is no target", "没有指标值"),
    "undefined.target-text": ("the target is not a quantity: {text}", "指标值不是数量：{text}"),
    "undefined.target-unread": (
        "the target cannot be read as one quantity: {text}",
        "指标值不能读作一个数量：{text}",
    ),
    "undefined.target-zero": ("the target is zero, nothing can be divided by it", "指标值为零，不能作除数"),
    "undefined.target-negative": ("the target is negative", "指标值为负"),
    "undefined.actual-missing": ("there is no actual value", "没有实际完成值"),
    "undefined.actual-text": ("the actual is not a quantity: {text}", "实际完成值不是数量：{text}"),
    "undefined.actual-unread": (
        "the actual cannot be read as one quantity: {text}",
        "实际完成值不能读作一个数量：{text}",
    ),
    "undefined.cases-ambiguous": (
        "the actual is a share of cases, and the target {text} may count them",
        "实际完成值是占比，而指标值{text}可能是次数",
    ),
    "undefined.percent-or-fraction": (
        "the bare actual {actual} may be {actual}{unit} or a fraction of one",
        "未写单位的实际完成值{actual}可能是{actual}{unit}，也可能是比例",
    ),
    "undefined.scale-ambiguous": (
        "the bare figure {figure} may be in {unit} or in {plain}",
        "未写单位的{figure}可能以{unit}计，也可能以{plain}计",
    ),
    "undefined.frequency-bare": (
        "the target is {target}, and the bare actual {actual} does not say what it counts",
        "指标值为{target}，而实际完成值{actual}没有写明计数单位",
    ),
    "undefined.year-needed": ("{target} needs to know the year", "{target}须知道年度"),
    "undefined.units": (
        "{one} and {other} do not measure the same thing",
        "{one}与{other}计量的不是同一种量",
    ),
    "undefined.approximation-decides": (
        "the actual {actual} is approximate, and the points change with what it may be within {margin}",
        "实际完成值{actual}为约数，在其可能的范围（{margin}以内）得分会变",
    ),
    "undefined.weight-missing": ("the form gives no weight", "表中没有分值"),
    "undefined.total": ("{count} of {of} scores are undefined", "{of}项得分中有{count}项无法确定"),
    "undefined.no-indicators": ("there are no indicators", "没有绩效指标"),
    "undefined.weights": ("{count} of {of} weights are not given", "{of}项分值中有{count}项没有给出"),
    "undefined.budget-missing": ("the evaluation has no budget", "没有预算数据"),
    "undefined.original-missing": ("the original budget is not given", "没有年初预算数"),
    "undefined.adjusted-missing": ("the adjusted budget is not given", "没有全年预算数"),
    "undefined.executed-missing": ("the expenditure is not given", "没有全年执行数"),
    "undefined.original-zero": ("the original budget is zero", "年初预算数为零"),
    "undefined.adjusted-zero": ("the adjusted budget is zero", "全年预算数为零"),
    "undefined.original-negative": ("the original budget is negative", "年初预算数为负"),
    "undefined.adjusted-negative": ("the adjusted budget is negative", "全年预算数为负"),
    "undefined.executed-nothing": ("nothing was spent", "没有支出"),
    "undefined.reported-rate-missing": ("no execution rate is printed", "没有给出执行率"),
    "undefined.reported-rate-zero": ("the printed execution rate is zero", "给出的执行率为零"),
    "undefined.no-posts": ("there are no authorised posts", "编制数为零"),
    "undefined.no-staffing": ("no staffing is given", "没有人员编制数据"),
    # notes
    "note.operator-inferred": (
        "no operator is printed: {operator} is inferred",
        "未写运算符号，按{operator}推定",
    ),
    "note.actual-unit-assumed": ("the bare actual takes the unit {unit}", "实际完成值未写单位，按{unit}计"),
    "note.target-unit-assumed": ("the bare target takes the unit {unit}", "指标值未写单位，按{unit}计"),
    "note.frequency": (
        "{target} over a year, {periods} times, is {total}",
        "{target}全年{periods}次，合计{total}",
    ),
    "note.share-of-cases": ("{part} of {whole} met the target {target}", "{whole}中{part}达到指标值{target}"),
    "note.negative-actual": ("the negative actual {actual} counts as 0", "实际完成值{actual}为负，按0计"),
    "note.strict-bound": (
        "the strict bound {operator} is touched, not met",
        "恰好等于{operator}的界限，未达到",
    ),
    "note.not-equal": (
        "the target {target} is to be met exactly, the actual is {actual}",
        "指标值要求等于{target}，实际完成值为{actual}",
    ),
    "note.far-over": (
        "far over the target: {rate}, the reason is due",
        "完成率{rate}，远超指标值，应说明原因",
    ),
    "note.approximate": (
        "the actual {actual} is approximate, the points are the same whatever it may be within {margin}",
        "实际完成值{actual}为约数，在其可能的范围（{margin}以内）得分不变",
    ),
    "note.over-budget": ("more was spent than budgeted: {rate}", "支出超过预算：{rate}"),
    "note.weights-sum": ("the weights add up to {sum}, not to {full}", "分值合计{sum}，不是{full}"),
    # scores
    "rule.proportional": ("proportional", "按完成比例计分"),
    "rule.reverse_proportional": ("reverse proportional", "反向指标按比例计分"),
    "rule.zero_target": ("zero target, met or not", "零目标达标计分"),
    "score.proportional": (
        "{name}: {full} × {above} ÷ {below} = {exact}, rounded to {points} points ({rule}, {standard})",
        "{name}：{full} × {above} ÷ {below} = {exact}，取 {points} 分（{rule}，{standard}）",
    ),
    "score.full": (
        "{name}: completion rate {rate}, all {points} points ({rule}, {standard})",
        "{name}：完成率 {rate}，得满分 {points} 分（{rule}，{standard}）",
    ),
    "score.share": (
        "{name}: {rate} earns {share} of {full} = {exact}, rounded to {points} points ({rule}, {standard})",
        "{name}：完成率 {rate}，得 {full} 分的 {share} = {exact}，取 {points} 分（{rule}，{standard}）",
    ),
    "score.undefined": ("{name}: no points, {reason}", "{name}：无法计分，{reason}"),
    "card.total": (
        "total: {parts} = {total}, grade {grade} ({standard})",
        "总分：{parts} = {total}，等级“{grade}”（{standard}）",
    ),
    "card.undefined": ("total: undefined, {reason}", "总分：无法确定，{reason}"),
    # cross-checks
    "figure.income": ("income", "本年收入"),
    "figure.executed": ("expenditure", "本年支出"),
    "figure.basic": ("basic expenditure", "基本支出"),
    "figure.personnel": ("personnel expenditure", "人员经费"),
    "figure.operating": ("operating expenditure", "公用经费"),
    "figure.project": ("project expenditure", "项目支出"),
    "figure.carried_in": ("carried in", "年初结转结余"),
    "figure.carried_out": ("carried out", "年末结转结余"),
    "figure.reported_execution_rate": ("execution rate", "支出进度"),
    "figure.reported_completion_rate": ("completion rate", "预算完成率"),
    "figure.change": (" ({change} on the original budget)", "（比年初 {change}）"),
    "check.equal": ("{name} {total} = {parts}", "{name} {total} = {parts}"),
    "check.rounding": (
        "{name} {total} ≈ {parts} = {computed}, off by {difference}, within the {tolerance} of rounding",
        "{name} {total} ≈ {parts} = {computed}，相差 {difference}，在取整误差 {tolerance} 之内",
    ),
    "check.broken": (
        "{name} {total} ≠ {parts} = {computed}, off by {difference}",
        "{name} {total} ≠ {parts} = {computed}，相差 {difference}",
    ),
    # findings
    "finding.broken-sum": ("the sum is wrong: {equation_en}", "勾稽不符：{equation_zh}"),
    "finding.rounding-sum": ("the sum is off by rounding: {equation_en}", "可能为取整误差：{equation_zh}"),
    "finding.suspect-figure": (
        "{name_en} is printed as {printed}; only {consistent} agrees with {checks_en}",
        "{name_zh}印为 {printed}，只有 {consistent} 才与{checks_zh}的勾稽关系都相符",
    ),
    "finding.rate-differs": (
        "the printed execution rate {printed} is not the {computed} that the amounts give",
        "印出的执行率 {printed} 与按金额计算的 {computed} 不符",
    ),
    "finding.rate-not-recomputable": (
        "the rate {printed} cannot be recomputed: {executed} spent implies a budget of {implied}{change_en}",
        "支出进度 {printed} 无法复算：按支出 {executed} 倒算，全年预算数应为 {implied}{change_zh}",
    ),
    "finding.rate-without-parts": (
        "the {name_en} {printed} is printed without the amounts behind it",
        "{name_zh} {printed} 没有给出分子和分母，无法复算",
    ),
    "finding.budget-year": (
        "the budget of {budget} stands in an evaluation of {year}",
        "{year}年的自评中是{budget}年的预算",
    ),
    "finding.total-over-full": (
        "the printed total {printed} is above {full}",
        "自报总分 {printed} 超过满分 {full}",
    ),
    "finding.over-budget": ("more was spent than budgeted: {rate}", "支出超过全年预算：{rate}"),
    "finding.points-over-weight": (
        "{name}: the printed score {printed} is above the weight {weight}",
        "{name}：自报得分 {printed} 超过分值 {weight}",
    ),
    "finding.points-differ": (
        "{name}: the printed score {printed} is not the {computed} of {standard}",
        "{name}：自报得分 {printed} 与按 {standard} 计算的 {computed} 不符",
    ),
    "finding.total-differs": (
        "the printed total {printed} is not the {computed} of {standard}",
        "自报总分 {printed} 与按 {standard} 计算的 {computed} 不符",
    ),
    "finding.missed": (
        "{name}: the target is missed, completion rate {rate}",
        "{name}：未达到指标值，完成率 {rate}",
    ),
    "finding.far-over": (
        "{name}: {actual} is {rate} of {target}; was the target set too low?",
        "{name}：{actual} 对 {target}，完成率 {rate}，远超指标值，指标值是否过低",
    ),
    "finding.approximate": (
        "{name}: the actual {actual} is approximate",
        "{name}：实际完成值“{actual}”为约数",
    ),
    "finding.units": (
        "{name}: {one} and {other} do not measure the same thing",
        "{name}：{one}与{other}计量的不是同一种量",
    ),
    "finding.unmeasurable": ("{name} cannot be measured: {reason_en}", "{name}：无法衡量，{reason_zh}"),
}


def message(code: str, details: Mapping[str, object], lang: Language) -> str:
    """The sentence of a code with its values filled in (取文案).

    Args:
        code: A key of `MESSAGES`.
        details: The values that the sentence names.
        lang: "en" or "zh".

    Returns:
        One sentence, without a full stop; of an unknown code the code itself, and … for a
        missing value, so that what must be said is never lost to an error of its own.

    Raises:
        ValueError: The language is neither.

    Example:
        >>> message("limit.depth", {"limit": 64}, "en")
        'the document nests deeper than 64 levels'
        >>> message("my.own.reason", {}, "en")
        'my.own.reason'
    """
    if lang not in _LANGUAGES:
        msg = f"language is {' or '.join(map(repr, _LANGUAGES))}, not {lang!r}"
        raise ValueError(msg)
    english, chinese = MESSAGES.get(code, (code, code))
    return (chinese if lang == "zh" else english).format_map(_Values(details))


_LANGUAGES: Final = ("en", "zh")


class _Values(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"
