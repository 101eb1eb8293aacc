/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-talks"

#include "config.h"

#include "ty-sample-talks.h"

#include "ty-attachment-edit.h"
#include "ty-milestone.h"
#include "ty-pairing-review.h"
#include "ty-sample-draw.h"
#include "ty-table.h"
#include "ty-talk.h"

#include <string.h>

#define MONTHS_WITH_TALKS 6
#define MONTHS_WITH_NOTES 3
#define LAST_DAY 28
#define LAST_DAY_OF_END 20 /* nothing is in the days to come */

typedef struct
{
  const char *topics;
  const char *situation;
  const char *next_step;
} Content;

static const Content contents[] = {
  { "“三会一课”怎么开", "议题准备不足，会议记录不规范", "下次支部大会前一起备课" },
  { "邻里纠纷调处", "能听取双方意见，处理有些急", "到司法所旁听一次调解" },
  { "集体经济项目申报", "思路清楚，材料还缺可行性说明", "本周内补齐材料，到镇农业站请教" },
  { "村务公开与“三资”管理", "台账齐全，公开不够及时", "每月五日前张榜公开" },
  { "与老干部相处", "工作主动，沟通偏少", "登门走访三位老支书" },
  { "材料写作", "结构清楚，数据需核实", "按修改意见重写一稿" },
  { "村庄环境整治", "发动群众有办法", "组织一次评比" },
};

/* Of the last visits to households there are notes, drawn by nothing, so that nothing else changes. */
static gboolean
write_notes (TyRecord  *talk,
             TyStore   *store,
             GError   **error)
{
  g_autofree char *text = g_strdup_printf ("走访记录（示例）\n\n时间：%s\n事项：%s\n情况：%s\n下一步：%s\n",
                                           ty_record_get_text (talk, TY_TALK_DATE),
                                           ty_record_get_text (talk, TY_TALK_TOPICS),
                                           ty_record_get_text (talk, TY_TALK_SITUATION),
                                           ty_record_get_text (talk, TY_TALK_NEXT_STEP));
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  TyNewAttachment *notes = ty_new_attachment_new ("走访记录.txt", bytes, error);
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_new_attachment_free);

  if (notes == NULL)
    return FALSE;
  g_ptr_array_add (files, notes);
  return ty_attachment_edit_insert_of_talk (store, talk, files, error);
}

static gboolean
write_talk (gint64          mentee,
            gint64          mentor,
            TySampleMonth   month,
            int             day,
            GRand          *rand,
            TyStore        *store,
            GError        **error)
{
  static const char *const forms[] = { "talk", "talk", "talk", "together", "training", "visit", "remote" };
  static const char *const places[] = { "村部", "村部", "乡镇办公室", "田间地头", "农户家中" };
  const Content *content = &TY_SAMPLE_PICK (rand, contents);
  g_autoptr(TyRecord) talk = ty_record_new (&ty_talk_info);
  g_autofree char *iso = ty_sample_month_to_iso (month);

  ty_record_set_integer (talk, TY_TALK_PERSON, mentee);
  ty_record_set_integer (talk, TY_TALK_ID, ty_store_mint_id (store));
  ty_record_set_integer (talk, TY_TALK_MENTOR, mentor);
  ty_record_take_text (talk, TY_TALK_DATE, g_strdup_printf ("%s-%02d", iso, day));
  ty_record_set_text (talk, TY_TALK_FORM, TY_SAMPLE_PICK (rand, forms));
  ty_record_set_text (talk, TY_TALK_PLACE, TY_SAMPLE_PICK (rand, places));
  ty_record_set_text (talk, TY_TALK_TOPICS, content->topics);
  ty_record_set_text (talk, TY_TALK_SITUATION, content->situation);
  ty_record_set_text (talk, TY_TALK_NEXT_STEP, content->next_step);
  if (!ty_table_insert (ty_store_get_database (store), talk, error))
    return FALSE;
  return month <= TY_SAMPLE_TALKS_END - MONTHS_WITH_NOTES
         || g_strcmp0 (ty_record_get_text (talk, TY_TALK_FORM), "visit") != 0 || write_notes (talk, store, error);
}

static gboolean
write_milestone (gint64          mentee,
                 gint64          mentor,
                 TySampleMonth   from,
                 gboolean        done,
                 GRand          *rand,
                 TyStore        *store,
                 GError        **error)
{
  static const char *const titles[] = { "独立主持一次村民代表会议", "走访完全部党员户",
                                        "完成一个惠民项目", "整理好本年度台账" };
  g_autoptr(TyRecord) milestone = ty_record_new (&ty_milestone_info);

  ty_record_set_integer (milestone, TY_MILESTONE_PERSON, mentee);
  ty_record_set_integer (milestone, TY_MILESTONE_ID, ty_store_mint_id (store));
  ty_record_set_integer (milestone, TY_MILESTONE_MENTOR, mentor);
  ty_record_set_text (milestone, TY_MILESTONE_TITLE, TY_SAMPLE_PICK (rand, titles));
  ty_record_take_text (milestone, TY_MILESTONE_DUE_DATE,
                       ty_sample_month_to_iso (ty_sample_month_known (from + 6)));
  if (done)
    ty_record_take_text (milestone, TY_MILESTONE_DONE_DATE,
                         ty_sample_month_to_iso (ty_sample_month_known (from + 5)));
  return ty_table_insert (ty_store_get_database (store), milestone, error);
}

/**
 * ty_sample_talks_write:
 * @mentee: key of a person
 * @mentor: key of a person
 * @from: since when the two are paired
 * @talks: how often a month they are to talk
 * @rand: the generator
 * @store: the file
 * @error: a `TY_STORE_ERROR`
 *
 * Writes the talks of the last months and a milestone. Some mentors talk less and less, so that talks are
 * overdue.
 *
 * Returns: whether they were written
 */
gboolean
ty_sample_talks_write (gint64          mentee,
                       gint64          mentor,
                       TySampleMonth   from,
                       int             talks,
                       GRand          *rand,
                       TyStore        *store,
                       GError        **error)
{
  TySampleMonth first = MAX (from + 1, TY_SAMPLE_TALKS_END - MONTHS_WITH_TALKS + 1);
  gboolean slackens = ty_sample_draw_percent (rand, 30);
  gboolean reached = from + 6 < TY_SAMPLE_TALKS_END && ty_sample_draw_percent (rand, 70);

  for (TySampleMonth month = first; month <= TY_SAMPLE_TALKS_END; month++)
    {
      int last = month == TY_SAMPLE_TALKS_END ? LAST_DAY_OF_END : LAST_DAY;
      int percent = slackens ? (TY_SAMPLE_TALKS_END - month) * 20 : 92;

      for (int i = 0; i < talks; i++)
        if (ty_sample_draw_percent (rand, percent)
            && !write_talk (mentee, mentor, month,
                            ty_sample_draw_range (rand, i * last / talks + 1, (i + 1) * last / talks),
                            rand, store, error))
          return FALSE;
    }
  return write_milestone (mentee, mentor, from, reached, rand, store, error);
}

/**
 * ty_sample_talks_write_review:
 * @mentee: key of a person
 * @mentor: key of a person
 * @good: whether it went well
 * @rand: the generator
 * @store: the file
 * @error: a `TY_STORE_ERROR`
 *
 * Writes what both sides said at the end of a pairing.
 *
 * Returns: whether it was written
 */
gboolean
ty_sample_talks_write_review (gint64          mentee,
                              gint64          mentor,
                              gboolean        good,
                              GRand          *rand,
                              TyStore        *store,
                              GError        **error)
{
  static const char *const sides[] = { "mentor", "mentee" };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr(TyRecord) review = ty_record_new (&ty_pairing_review_info);
      const char *verdict = !good ? "average" : ty_sample_draw_percent (rand, 60) ? "good" : "fair";

      ty_record_set_integer (review, TY_PAIRING_REVIEW_PERSON, mentee);
      ty_record_set_integer (review, TY_PAIRING_REVIEW_ID, ty_store_mint_id (store));
      ty_record_set_integer (review, TY_PAIRING_REVIEW_MENTOR, mentor);
      ty_record_set_text (review, TY_PAIRING_REVIEW_DATE, good ? "2024-03" : "2023-05");
      ty_record_set_text (review, TY_PAIRING_REVIEW_SIDE, sides[i]);
      ty_record_set_text (review, TY_PAIRING_REVIEW_VERDICT, verdict);
      if (!ty_table_insert (ty_store_get_database (store), review, error))
        return FALSE;
    }
  return TRUE;
}
