# %% [markdown]
# # 一张自评表：从文件到结论
#
# 海南某中学2023年“学生事务补助”项目的自评表：四项指标，加上预算执行率。
# 先安装 `pip install 'govperf[notebook]'`。本文件可以在装有 jupytext 的 Jupyter 或 VS Code 中逐格运行，
# 也可以直接执行 `python one_form.py`。

# %%
from pathlib import Path

import govperf as gp
from govperf import display

cases = Path(__file__).resolve().parents[1] / "cases" if "__file__" in globals() else Path("../cases")
form = gp.from_json((cases / "045-hainan-school-2023.json").read_bytes(), gp.Evaluation)
form

# %% [markdown]
# ## 一行算一个完成率
#
# 单元格里写什么就传什么。算不出来的，结果是带原因的“无法计算”，不会变成 0。

# %%
gp.completion_rate("≥60条", "近540条")

# %%
gp.completion_rate("效果明显", "达成预期指标")

# %% [markdown]
# ## 得分
#
# 默认按财预〔2020〕10号计分。每一分都能说明来历。

# %%
card = gp.evaluate(form)
card

# %%
print(card.explain())

# %% [markdown]
# 分丢在哪里：

# %%
display.waterfall_chart(card)

# %% [markdown]
# 完成率本身，虚线是指标值：

# %%
display.completion_chart(form)

# %% [markdown]
# ## 审核
#
# 自评表自己有没有矛盾：每个发现都有代码、位置、依据和处理建议。

# %%
findings = gp.review(form)
findings

# %%
findings.counts()

# %% [markdown]
# ## 如果
#
# 假如困难教师两名都得到资助，预算执行到九成，总分和等级会怎样？

# %%
better = gp.what_if(form, {"困难教师": {"actual": "2"}, "$.budget": {"executed": "108,000.00元"}})
print(gp.compare(form, better).explain())

# %% [markdown]
# 离下一个等级还有多远：

# %%
display.sensitivity_chart(gp.sensitivity(better))

# %% [markdown]
# ## 带走
#
# 与印制的自评表同样的表格，可以贴进报告；对象可以写成 JSON，原样读回。

# %%
display.form_table(form)

# %%
assert gp.from_json(gp.to_json(form), gp.Evaluation) == form
