"""What the command line says (命令行的文案): help, complaints, and what stands beside a result."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["CLI"]

CLI: Final[Mapping[str, tuple[str, str]]] = {
    # --- what the commands do, in the list of all
    "cli.help.demo": ("reports of three real evaluations", "三份真实绩效自评的报告"),
    "cli.help.score": ("report of a file: rates, scores, findings", "文件的评价报告：完成率、得分、审核发现"),
    "cli.help.review": (
        "all findings of a file, with an exit code for scripts",
        "文件的全部审核发现，退出码供脚本使用",
    ),
    "cli.help.explain": ("what a code means, or the way to each point", "代码的含义，或每一分的计算过程"),
    "cli.help.convert": ("amounts in another unit", "换算计量单位"),
    "cli.help.parse": ("what a cell is read as, and what is assumed", "单元格读成什么，作了哪些推定"),
    "cli.help.standards": ("the rule books, or one of them in words", "评分标准清单，或某一标准的说明"),
    "cli.help.schema": ("the JSON Schema of the files", "文件的JSON模式"),
    # --- what they do, in full
    "cli.about.govperf": (
        "exact, explained and honest computing for budget performance evaluation",
        "预算绩效评价：精确、可解释、不编造",
    ),
    "cli.about.demo": (
        "prints the reports of three real evaluations: without weights, with wrong sums, with scores",
        "打印三份真实绩效自评的报告：一份没有分值，一份勾稽不平，一份有分值",
    ),
    "cli.about.score": (
        "prints the report of each file: budget, cross-checks, completion rates, scores and findings",
        "打印每个文件的评价报告：预算、勾稽核对、完成率、得分和审核发现",
    ),
    "cli.about.review": (
        "prints the findings of each file: place, sentence, remedy; ends with 1 where one is grave enough",
        "打印每个文件的审核发现、所在位置和处理建议；有达到所定程度的发现时退出码为1",
    ),
    "cli.about.explain": (
        "says what the code of a finding, an error or a rule means; or how points come about",
        "说明审核发现、错误或计分规则的代码的含义；或说明文件中（或一组指标值与实际完成值）每一分的计算过程",
    ),
    "cli.about.convert": (
        "prints each amount in another unit: = where it is exact, ≈ where it was rounded to 34 digits",
        "将数量换算为另一计量单位：结果确切的写=，按34位数字舍入的写≈",
    ),
    "cli.about.parse": (
        "says what each cell was read as, and beneath it what was assumed; marks what cannot be read",
        "逐条说明单元格读成什么，其下列出所作的推定；读不出的标出错在何处",
    ),
    "cli.about.standards": (
        "lists the rule books; of one of them, prints each number and rule with its source",
        "列出评分标准；指明名称的，打印其全部数值、规则及依据",
    ),
    "cli.about.schema": (
        "prints the JSON Schema of a kind of file; without a name, lists the kinds",
        "打印一种文件的JSON模式；不指明名称的，列出全部种类",
    ),
    # --- parts of a help page
    "cli.usage-line": ("usage: {usage}", "用法：{usage}"),
    "cli.options-metavar": ("[options]", "[选项]"),
    "cli.command-metavar": ("command …", "命令…"),
    "cli.title.arguments": ("arguments:", "参数："),
    "cli.title.options": ("options:", "选项："),
    "cli.title.examples": ("examples:", "示例："),
    "cli.title.commands": (
        "commands (more by govperf command --help):",
        "命令（用 govperf 命令 --help 查看详情）：",
    ),
    "cli.title.codes": ("exit codes:", "退出码："),
    "cli.code.0": ("all went well", "正常"),
    "cli.code.1": ("govperf review found what it was to fail on", "govperf review 有达到所定程度的发现"),
    "cli.code.2": (
        "wrong arguments, or something could not be read or written; the rest was done",
        "用法有误，或有内容无法读取或写出（其余照常处理）",
    ),
    "cli.code.130": ("interrupted by the user", "用户中断"),
    "cli.code.141": ("the reader of the output has gone", "输出的读取方已关闭"),
    # --- arguments and options
    "cli.argument.FILE": ("an evaluation as JSON, - for standard input", "绩效自评文件（JSON），-为标准输入"),
    "cli.argument.CODE|FILE": (
        "codes such as finding.missed or the name of a rule; or files as JSON, - for standard input",
        "finding.missed之类的代码、规则名称，或绩效自评文件（JSON，-为标准输入）",
    ),
    "cli.argument.AMOUNT": (
        "an amount with its unit, - for the lines of standard input; -- before one that begins with a minus",
        "带计量单位的数量，-为标准输入的各行；以负号开头的，前面加--",
    ),
    "cli.argument.UNIT": ("the unit wanted", "目标计量单位"),
    "cli.argument.CELL": (
        "a cell as printed, - for the lines of standard input; -- before one that begins with a minus",
        "表中所印的内容，-为标准输入的各行；以负号开头的，前面加--",
    ),
    "cli.argument.NAME": ("of which more is wanted", "要看的一项的名称"),
    "cli.option.standard": (
        "a rule book by name, or a file that ends in .toml",
        "评分标准的名称，或以.toml结尾的文件",
    ),
    "cli.option.previous": (
        "the evaluation of the year before, for comparison",
        "上年的绩效自评文件，用于年度间比较",
    ),
    "cli.option.only": (
        "make this check alone, by code or family; may be repeated",
        "只作此项审核（代码或类别），可重复",
    ),
    "cli.option.without": ("do not make this check; may be repeated", "不作此项审核，可重复"),
    "cli.option.fail-on": (
        "end with 1 where an open finding is so grave, error unless said",
        "有达到此程度且未认可的发现时返回1，默认error",
    ),
    "cli.option.json": ("print JSON", "输出JSON"),
    "cli.option.markdown": ("print Markdown", "输出Markdown表格"),
    "cli.option.indicator": ("those indicators alone whose name holds this", "只看名称含有此文字的指标"),
    "cli.option.target": ("a target, instead of a file", "指标值（不读文件）"),
    "cli.option.actual": ("an actual, instead of a file", "实际完成值（不读文件）"),
    "cli.option.weight": ("the points of the indicator", "分值"),
    "cli.option.year": ("the year of dates that leave it out", "年度，用于未写年份的日期"),
    "cli.option.inexact": (
        "what becomes of a number without an end, round unless said",
        "结果除不尽时舍入（round，默认）或拒绝（refuse）",
    ),
    "cli.option.as": (
        "what the cell is, else it is guessed from its words",
        "单元格的种类，不指明则按文字判断",
    ),
    "cli.option.unit": ("the unit that is printed beside it", "另栏所印的计量单位"),
    "cli.option.toml": ("print the rule book as TOML", "输出TOML格式的评分标准"),
    "cli.option.lang": (
        "language of all that is printed, else that of GOVPERF_LANG, else zh",
        "语言，默认取环境变量GOVPERF_LANG，未设则为zh",
    ),
    "cli.option.help": ("print this and end", "显示本说明"),
    "cli.option.version": ("print the version and end", "显示版本"),
    # --- what is wrong with arguments
    "cli.more-help": ("{said} ({path} --help says more)", "{said}（用法见 {path} --help）"),
    "cli.no-command": ("there is no command {value}, only {known}", "没有命令{value}，现有{known}"),
    "cli.no-command-named": ("no command is named", "没有指明命令"),
    "cli.no-option": ("there is no option {option}", "没有选项{option}"),
    "cli.near-option": ("there is no option {option}; near it is {near}", "没有选项{option}，相近的有{near}"),
    "cli.no-value": ("the option {option} takes no value", "选项{option}不带值"),
    "cli.value-missing": ("the option {option} takes a value", "选项{option}须带值"),
    "cli.missing": ("{name} is missing", "缺少{name}"),
    "cli.extra": ("{value} is one argument too many", "多余的参数{value}"),
    "cli.choice": ("{option} is one of {known}, not {value}", "{option}须为{known}之一，不能是{value}"),
    "cli.both": ("{one} and {other} exclude each other", "{one}与{other}不能同时使用"),
    "cli.year": (
        "a year has four digits, from 1900 on: not {value}",
        "年度须为1900以后的四位数字，不能是{value}",
    ),
    "cli.toml-alone": (
        "--toml goes with the name of a rule book, and without --json",
        "--toml须指明评分标准的名称，且不与--json同用",
    ),
    "cli.explain-what": (
        "give either codes or files, or --target and --actual",
        "须给出代码或文件，或给出--target和--actual（二者择一）",
    ),
    "cli.usage": ("wrong arguments: {reason}", "用法有误：{reason}"),
    # --- what cannot be read or written
    "cli.stdin": ("standard input", "标准输入"),
    "cli.stdout": ("standard output", "标准输出"),
    "cli.more": ("{count} more", "另有{count}处"),
    "cli.more-at-least": ("at least {count} more", "另有至少{count}处"),
    "cli.no-code": (
        "no code and no rule is called so; near it: {near}",
        "没有这个代码或规则，相近的有{near}",
    ),
    "cli.no-indicator": ("no indicator is called {value}", "没有名称含有{value}的指标"),
    "cli.no-schema": ("no kind of file is called so, known are {known}", "没有这种文件，现有{known}"),
    # --- what a code means
    "cli.field.kind": ("kind", "种类"),
    "cli.field.sentence": ("says", "含义"),
    "cli.field.severity": ("severity", "严重程度"),
    "cli.field.family": ("family", "类别"),
    "cli.field.settle": ("settled by", "处理建议"),
    "cli.field.source": ("rests on", "依据"),
    "cli.field.provenance": ("how sure", "依据的可靠程度"),
    "cli.kind.finding": ("finding of a review", "审核发现"),
    "cli.kind.undefined": ("reason why there is no value", "无法得出数值的原因"),
    "cli.kind.note": ("note on a figure", "数值的备注"),
    "cli.kind.rule": ("rule of scoring", "计分规则"),
    "cli.kind.error": ("error of an input", "输入错误"),
    "cli.indicator": ("the indicator", "指标"),
    "cli.column.name": ("name", "名称"),
    "cli.column.extends": ("extends", "沿用"),
    "cli.column.title": ("title", "文件"),
    # --- what a cell was read as
    "cli.read": ("{given}: {kind}, {said}", "{given}：{kind}，{said}"),
    "cli.as.target": ("target", "指标值"),
    "cli.as.actual": ("actual", "实际完成值"),
    "cli.as.quantity": ("quantity", "数量"),
    "cli.as.number": ("number", "数字"),
    "cli.as.rmb": ("amount in capitals", "大写金额"),
    "cli.as.text": ("text", "文字"),
    "cli.said.exact": ("{value}", "{value}"),
    "cli.said.bound": ("{sign}{value}", "{sign}{value}"),
    "cli.said.about": ("about {value}", "约{value}"),
    "cli.said.at_least": ("{value} or more", "{value}及以上"),
    "cli.said.more": ("more than {value}", "超过{value}"),
    "cli.said.at_most": ("{value} or less", "{value}及以下"),
    "cli.said.less": ("less than {value}", "不到{value}"),
    "cli.said.between": ("from {low} to {high}", "{low}至{high}"),
    "cli.said.inside": ("between {low} and {high}, both excluded", "{low}至{high}之间（不含两端）"),
    "cli.said.by": ("by {period}", "不晚于{period}"),
    "cli.said.of": ("{value} of {whole}", "{whole}中的{value}"),
    "cli.said.date-exact": ("in {period}", "于{period}"),
    "cli.said.date-about": ("about {period}", "约{period}"),
    "cli.said.date-at_most": ("by {period}", "不晚于{period}"),
    "cli.said.date-at_least": ("from {period} on", "{period}起"),
    "cli.said.prose": ("no figure in it", "没有数值"),
    "cli.note.shared": (
        "the scale word or the % is printed once and counts for both numbers",
        "数量级或百分号只印一次，两个数共用",
    ),
    "cli.note.part": ("a part of one: the value is {value}", "比例：数值为{value}"),
    "cli.note.bare": ("no unit is printed", "没有写计量单位"),
    "cli.note.usual": ("usually written {usual}", "规范写法为{usual}"),
    "cli.note.deadline": ("met up to the end of {period}", "截至{period}完成均算达到"),
    "cli.note.no-year": ("a date without a year: --year says it", "日期未写年份，可用--year指明"),
}
