"""What is said of a document (数据的文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["DOCUMENTS"]

DOCUMENTS: Final[Mapping[str, tuple[str, str]]] = {
    # --- errors of documents
    "file.missing": ("there is no such file", "文件不存在"),
    "file.directory": ("this is a folder and not a file", "是文件夹，不是文件"),
    "file.permission": ("reading the file is not permitted", "没有读取权限"),
    "file.unreadable": ("the file cannot be read: {reason}", "文件无法读取：{reason}"),
    "data.many": ("the document has {count} faults", "文档共有{count}处错误"),
    "data.empty": ("the text is empty: leave out what the form leaves out", "内容为空，表中没有的项请省略"),
    "data.award": ("an award says points or a level", "评定须写明得分或等级"),
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
        "{value} is a float: write it as a text to keep it exact",
        "{value}是浮点数，为保证精确请写成文本",
    ),
    "data.type": ("found {found_en} instead of {expected_en}", "应为{expected_zh}，实为{found_zh}"),
    "type.object": ("an object", "对象"),
    "type.array": ("an array", "数组"),
    "type.text": ("a text", "文本"),
    "type.number": ("a number", "数字"),
    "type.whole": ("a whole number", "整数"),
    "type.boolean": ("true or false", "布尔值"),
    "type.null": ("null", "空值null"),
    "type.other": ("a {name} of Python", "Python的{name}"),
    "data.unicode": ("half of a surrogate pair stands in {value}", "{value}中有残缺的Unicode字符"),
    "data.key": ("unknown key {value}, known are {known}", "不认识的键{value}，可用的键有{known}"),
    "data.key-type": ("the key {value} is no text", "键{value}不是文本"),
    "data.missing": ("a required value is missing", "缺少必填项"),
    "data.twice": ("{value} stands twice", "{value}重复出现"),
    "data.count": ("found {found} members instead of {expected}", "应为{expected}项，实为{found}项"),
    "data.fraction": ("{value} is not an exact fraction such as 18/19", "{value}不是18/19这样的分数"),
    "data.day": ("{value} is not a day such as 2023-12-31", "{value}不是2023-12-31这样的日期"),
    "data.schema": (
        "the schema is {found}, this version reads {expected}",
        "格式版本为{found}，本版本只读{expected}",
    ),
    "data.money": (
        "{value} does not say an amount of money: add 元 or 万元",
        "{value}不是金额，请写明元或万元",
    ),
    "data.amount": (
        '{value} is a number, and an amount is a text with its unit, such as "3,678.76万元"',
        '{value}是数字，金额和数量须写成带单位的文本，如"3,678.76万元"',
    ),
    "data.rate": ("{value} does not say a rate: add %", "{value}不是比率，请写明%"),
    "data.currency": ("{one} and {other} are not of one currency", "{one}与{other}币种不同"),
    "data.negative": ("{value} is below zero", "{value}小于零"),
    "data.choice": ("{value} is none of {known}", "{value}不在可选项之中：{known}"),
    "data.digest": (
        "{value} is no digest such as sha256:… of a known algorithm",
        "{value}不是“算法:十六进制”形式的摘要，或算法不详",
    ),
    "data.month": ("{value} is not a month from 1 to 12", "{value}不是1至12之间的月份"),
    "data.months": (
        "the months do not rise: {month} follows {before}",
        "月份没有递增：{before}月之后是{month}月",
    ),
    "data.year": ("{value} is not a year between 1949 and 2199", "{value}不是1949至2199之间的年度"),
    "data.period": ("the period {value} ends before it begins", "时段{value}的截止日早于起始日"),
    "data.period-unread": ("{value} is not a day, a month or another period", "{value}不是日期、月份或时段"),
    "data.period-year": ("{value} does not say of which year", "{value}没有写明年度"),
    "data.date": ("there is no such day as {value}", "没有{value}这个日期"),
}
