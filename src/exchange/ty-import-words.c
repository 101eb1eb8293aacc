/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-words"

#include "config.h"

#include "ty-import-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How offices call the columns of their tables, in simplified script and without blanks and brackets. Those of
 * a roster stand in ty-roster-header.c. */

typedef struct
{
  const char *field; /* table and column */
  const char *words;
} Words;

static const Words words_of_fields[] = {
  { "reserve.post",
    "拟培养职务 培养方向 后备职务 储备岗位 拟任职务 培养岗位 储备方向 拟任岗位 后备岗位 培养目标 拟培养岗位 后备类型 职务" },
  { "reserve.from_date", "入库时间 列入时间 进入时间 纳入时间 入库日期 入库年月 列入后备时间 储备时间 确定时间" },
  { "reserve.until_date", "出库时间 调出时间 退出时间 出库日期 移出时间" },
  { "reserve.way_in", "入库方式 产生方式 推荐方式 推荐渠道 选拔方式 入库途径" },
  { "reserve.way_out", "出库原因 出库方式 退出原因 调出原因 退出方式 移出原因" },
  { "reserve.source", "来源 人员来源 人员类别 人员类型 来源类别 后备干部来源" },
  { "reserve.note", "备注 说明" },
  { "family_member.relation", "称谓 关系 与本人关系 家庭关系 亲属关系 与干部关系" },
  { "family_member.name", "家庭成员姓名 亲属姓名 家属姓名 家庭成员 成员姓名 家庭主要成员姓名" },
  { "family_member.birth", "出生年月 出生日期 家庭成员出生年月 亲属出生年月 成员出生年月" },
  { "family_member.political", "政治面貌 家庭成员政治面貌 亲属政治面貌 成员政治面貌" },
  { "family_member.occupation", "工作单位及职务 工作单位和职务 单位及职务 工作单位 家庭成员工作单位及职务 职业" },
  { "annual_result.year", "年度 年份 考核年度 考核年份 评定年度" },
  { "annual_result.result",
    "考核结果 年度考核结果 考核等次 结果 等次 年度考核 年度考核等次 评定等次 考核评定等次 年考核结果 年度结果 年等次 年考核等次 "
    "年年度考核结果 近三年年度考核结果年 近三年考核结果年 年度考核结果年 考核结果年 年度考核年" },
  { "unit_year.year", "年度 年份" },
  { "unit_year.income", "集体经济收入 村集体经济收入 集体收入 村集体收入 总收入 集体经济总收入 村集体经济总收入 年收入 集体经济收入万元 村集体经济收入万元 集体收入万元 村集体收入万元" },
  { "unit_year.operating_income", "经营性收入 集体经营性收入 村集体经营性收入 经营收入 其中经营性收入 经营性收入万元 集体经营性收入万元 村集体经营性收入万元" },
  { "unit_year.debt", "债务 负债 村级债务 集体债务 村集体债务 负债总额 债务万元 负债万元 村级债务万元" },
  { "unit_year.households", "户数 总户数 农户数 家庭户数" },
  { "unit_year.population", "人口 总人口 户籍人口 人口数 户籍人口数" },
  { "unit_year.residents", "常住人口 常住人口数" },
  { "unit_year.party_members", "党员数 党员人数 党员总数 党员" },
  { "unit_year.arable_land", "耕地 耕地面积 耕地亩" },
  { "unit_year.industries", "产业 主导产业 特色产业 主要产业" },
  { "unit_year.note", "备注 说明" },
  { "unit_state.code", "区划代码 行政区划代码 代码 单位代码 统计区划代码" },
  { "unit_state.kind", "类别 类型 建制类型 单位类别 村居类别" },
  { "unit_state.party_form", "党组织形式 党组织设置 党组织类型 党组织设置形式" },
  { "course.name", "培训班 培训班名称 班次 培训名称 培训项目 培训班次 课程 班次名称 培训主题 培训内容" },
  { "course.level", "班次级别 培训级别 培训层级 办班级别" },
  { "course.from_date", "开班时间 开始时间 培训时间 开班日期 培训开始时间 起始时间" },
  { "course.until_date", "结束时间 结业时间 结束日期 培训结束时间" },
  { "course.days", "培训天数 班次天数" },
  { "course.place", "培训地点 地点 办班地点" },
  { "course.kind", "培训类型 培训类别 培训种类" },
  { "course.note", "班次备注 培训备注" },
  { "course.organiser", "主办单位 组织单位 办班单位" },
  { "attendance.days", "天数 参训天数 出勤天数 实际天数 参加天数" },
  { "attendance.result", "考核结果 结业考核 培训结果 结业情况 成绩 考试成绩" },
  { "attendance.certificate", "证书 结业证书 证书号 证书编号 结业证书编号" },
  { "attendance.note", "备注 说明" },
  { "appraisal.year", "年度 年份 考核年度" },
  { "appraisal.period", "考核周期 周期 时段 考核时段 期间" },
  { "appraisal.kind", "考核类型 考核类别 考核种类 类别" },
  { "appraisal.score", "得分 分数 考核得分 总分 考核分数 综合得分" },
  { "appraisal.grade", "等次 等级 考核等次 考核等级 评定等次 考核结果" },
  { "appraisal.remark", "评语 考核评语 评价 备注" },
  { "appraisal.appraised_by", "考核单位 评价单位 考核人 考核主体 考核机关" },
  { "appointment.post", "职务 现任职务 任职 任命职务 拟任职务 担任职务 职务名称 所任职务 岗位" },
  { "appointment.from_date", "任职时间 任现职时间 起始时间 开始时间 任职日期 任职年月 任职起始时间 上任时间" },
  { "appointment.until_date", "免职时间 离任时间 卸任时间 结束时间 免职日期 离职时间 截止时间 止" },
  { "appointment.how", "任职方式 产生方式 任用方式 任命方式" },
  { "appointment.document", "文号 任职文号 任命文号 任免文号 任职文件 文件号" },
  { "appointment.end_reason", "离任原因 免职原因 卸任原因 离职原因" },
  { "appointment.end_document", "免职文号 离任文号 免职文件" },
  { "appointment.end_filing_number", "免职备案文号 离任备案文号" },
  { "appointment.end_filing_date", "免职备案时间 离任备案时间" },
  { "appointment.note", "备注 说明" },
  { "honour.date", "表彰时间 获奖时间 授予时间 时间 获得时间" },
  { "honour.title", "荣誉名称 荣誉称号 表彰名称 奖励名称 荣誉 奖项" },
  { "honour.granted_by", "授予单位 表彰单位 批准机关 授奖单位" },
};

typedef struct
{
  const char *word;
  const char *label;
} Column;

static const Column columns[TY_N_ROSTER_COLUMNS] = {
  [TY_ROSTER_COLUMN_TOWNSHIP] = { "township", N_("Township") },
  [TY_ROSTER_COLUMN_VILLAGE] = { "village", N_("Village") },
  [TY_ROSTER_COLUMN_UNIT] = { "unit", N_("Township and village in one") },
  [TY_ROSTER_COLUMN_NAME] = { "person.name", N_("Name") },
  [TY_ROSTER_COLUMN_SEX] = { "person.sex", N_("Sex") },
  [TY_ROSTER_COLUMN_BIRTH] = { "person.birth", N_("Born") },
  [TY_ROSTER_COLUMN_ETHNICITY] = { "person.ethnicity", N_("Ethnicity") },
  [TY_ROSTER_COLUMN_NATIVE_PLACE] = { "person.native_place", N_("Native place") },
  [TY_ROSTER_COLUMN_POLITICAL] = { "person.political", N_("Political status") },
  [TY_ROSTER_COLUMN_PARTY_DATE] = { "person.party_date", N_("Joined the party") },
  [TY_ROSTER_COLUMN_WORK_DATE] = { "person.work_date", N_("Started work") },
  [TY_ROSTER_COLUMN_EDUCATION] = { "education", N_("Education") },
  [TY_ROSTER_COLUMN_EDUCATION_FULL_TIME] = { "education.fulltime", N_("Full-time education") },
  [TY_ROSTER_COLUMN_EDUCATION_IN_SERVICE] = { "education.inservice", N_("In-service education") },
  [TY_ROSTER_COLUMN_SCHOOL] = { "school", N_("School and subject") },
  [TY_ROSTER_COLUMN_SCHOOL_FULL_TIME] = { "school.fulltime", N_("School of the full-time education") },
  [TY_ROSTER_COLUMN_SCHOOL_IN_SERVICE] = { "school.inservice", N_("School of the in-service education") },
  [TY_ROSTER_COLUMN_POST] = { "post", N_("Post") },
  [TY_ROSTER_COLUMN_POST_PARTY] = { "post.party", N_("Post in the party organization") },
  [TY_ROSTER_COLUMN_POST_COMMITTEE] = { "post.committee", N_("Post in the village committee") },
  [TY_ROSTER_COLUMN_POST_OTHER] = { "post.other", N_("Other posts") },
  [TY_ROSTER_COLUMN_SINCE] = { "since", N_("In the post since") },
  [TY_ROSTER_COLUMN_ID_NUMBER] = { "person.id_number", N_("ID number") },
  [TY_ROSTER_COLUMN_SOURCE] = { "source", N_("Source") },
  [TY_ROSTER_COLUMN_PHONE] = { "person.phone", N_("Phone") },
  [TY_ROSTER_COLUMN_NOTE] = { "person.note", N_("Note") },
};

/**
 * ty_import_words_of_field:
 * @info: a kind of record
 * @field: one of its fields
 *
 * Returns: (transfer none) (nullable): how offices call a column of it, with blanks between the words
 */
const char *
ty_import_words_of_field (const TyRecordInfo *info,
                          const TyFieldInfo  *field)
{
  size_t length = strlen (info->table);

  for (guint i = 0; i < G_N_ELEMENTS (words_of_fields); i++)
    {
      const char *name = words_of_fields[i].field;

      if (strncmp (name, info->table, length) == 0 && name[length] == '.'
          && strcmp (name + length + 1, field->column) == 0)
        return words_of_fields[i].words;
    }
  return NULL;
}

/**
 * ty_import_word_of_column:
 * @column: a column of a roster
 *
 * Returns: (transfer none): its word in a mapping
 */
const char *
ty_import_word_of_column (TyRosterColumn column)
{
  return columns[column].word;
}

/**
 * ty_import_label_of_column:
 * @column: a column of a roster
 *
 * Returns: (transfer none): its name in the user’s language
 */
const char *
ty_import_label_of_column (TyRosterColumn column)
{
  return _(columns[column].label);
}
