# %% [markdown]
# # 许多张自评表：一张数据表
#
# 一个县的自评表常常汇总在一张表里：一行一个指标，另有一列写单位。这里用公开的2022年自评表拼成这样一张表，
# 再从表里算出完成率、得分和审核发现。
# 先安装 `pip install 'govperf[notebook]' pandas`；用 polars 或 pyarrow 也一样。

# %%
from collections import Counter
from pathlib import Path

import pandas as pd

import govperf as gp
from govperf import display, frames

cases = Path(__file__).resolve().parents[1] / "cases" if "__file__" in globals() else Path("../cases")
published = [gp.from_json(path.read_bytes(), gp.Evaluation) for path in sorted(cases.glob("*-2022.json"))]
table = frames.frame_of(published, backend="pandas")
table.head(12)

# %% [markdown]
# ## 完成率：一行
#
# 表里有“指标值”和“实际完成值”两列就够了。算不出来的行，数值为空，旁边一列写明原因。

# %%
rated = frames.completion_rates(table, year=2022)
rated[["部门", "三级指标", "年度指标值", "实际完成值", "核算完成率（%）", "未核算原因"]].head(12)

# %% [markdown]
# 核算结果是 `Decimal`，没有二进制误差。下面 `count` 是有得分的行数，`size` 是全部行数：
# 五个单位都还有没有定论的行，这时把一列加起来不是总分，更不能把空当作 0。

# %%
scores = frames.scored(table, year=2022)
scores.groupby("部门", sort=False)["核算得分"].agg(["count", "size"])

# %% [markdown]
# 未核算的各行是什么原因：

# %%
Counter(why.split("“")[0] for why in scores["未核算原因"].dropna())

# %% [markdown]
# ## 回到自评表
#
# 每个单位一份 `Evaluation`。读不了的单元格写明第几行、哪一列，其余各行不受影响。

# %%
budgets = {form.department.name: form.budget for form in published if form.budget is not None}
sheets = frames.read_each(table, year=2022, budgets=budgets)
for name, sheet in sheets.items():
    print(name, "：", sheet.explain(), sep="")

# %% [markdown]
# 预算也有了，可以计总分。没有定论的部分是灰色的：定性指标由人评定之前，谁也不知道。

# %%
forms = {name: sheet.evaluation for name, sheet in sheets.items()}
display.comparison_chart(forms)

# %% [markdown]
# ## 审核
#
# 各单位有多少处发现，最常见的是哪些：

# %%
found = {name: gp.review(form) for name, form in forms.items()}
pd.DataFrame({name: findings.counts() for name, findings in found.items()}).T

# %%
codes = Counter(finding.code for findings in found.values() for finding in findings)
pd.DataFrame(codes.most_common(10), columns=["代码", "处"])

# %% [markdown]
# 逐条给填表的单位看，也可以导出为数据表：

# %%
first = next(iter(found.values()))
first

# %%
frames.frame_of(first, backend="pandas")
