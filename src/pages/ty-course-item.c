/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-course-item"

#include "config.h"

#include "ty-course-item.h"

#include "ty-decimal.h"
#include "ty-format.h"
#include "ty-text.h"

#include <string.h>

/**
 * TyCourseItem:
 *
 * A row of the table of courses: the record, and its texts.
 */
struct _TyCourseItem
{
  GObject parent_instance;

  /* Owned */
  TyRecord *course;
  char *texts[TY_N_COURSE_COLUMNS];
};

G_DEFINE_FINAL_TYPE (TyCourseItem, ty_course_item, G_TYPE_OBJECT)

static char *
dup_days (TyRecord *course)
{
  const char *text = ty_record_get_text (course, TY_COURSE_DAYS);
  gint64 days = 0;

  return text != NULL && ty_decimal_parse (text, &days) ? ty_decimal_format (days) : g_strdup (text);
}

/**
 * ty_course_item_dup_when:
 * @course: a course
 *
 * Returns: (transfer full): its days, `2025.10.12—10.14`; a course of one day has one
 */
char *
ty_course_item_dup_when (TyRecord *course)
{
  TyDate from = ty_record_get_date (course, TY_COURSE_FROM_DATE);
  TyDate until = ty_record_get_date (course, TY_COURSE_UNTIL_DATE);
  g_autofree char *first = ty_date_to_record (from);
  g_autofree char *last = ty_date_to_record (until);

  if (!ty_date_is_known (until) || ty_date_compare (from, until) == 0)
    return g_steal_pointer (&first);
  if (from.year == until.year && from.day > 0 && until.day > 0)
    return g_strdup_printf ("%s—%02d.%02d", first, until.month, until.day);
  return g_strdup_printf ("%s—%s", first, last);
}

static void
ty_course_item_finalize (GObject *object)
{
  TyCourseItem *self = TY_COURSE_ITEM (object);

  g_clear_object (&self->course);
  for (guint i = 0; i < TY_N_COURSE_COLUMNS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (ty_course_item_parent_class)->finalize (object);
}

static void
ty_course_item_class_init (TyCourseItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ty_course_item_finalize;
}

static void
ty_course_item_init (TyCourseItem *self)
{
}

/**
 * ty_course_item_new:
 * @row: a course with how many took part
 *
 * Returns: (transfer full): its row
 */
TyCourseItem *
ty_course_item_new (const TyCourseRow *row)
{
  TyCourseItem *self = g_object_new (TY_TYPE_COURSE_ITEM, NULL);
  TyRecord *course = TY_RECORD (row->course);

  self->course = g_object_ref (course);
  self->texts[TY_COURSE_COLUMN_WHEN] = ty_course_item_dup_when (course);
  self->texts[TY_COURSE_COLUMN_NAME] = g_strdup (ty_record_get_text (course, TY_COURSE_NAME));
  self->texts[TY_COURSE_COLUMN_KIND] = ty_format_code ("course_kind", ty_record_get_text (course, TY_COURSE_KIND));
  self->texts[TY_COURSE_COLUMN_LEVEL] = ty_format_code ("unit_level", ty_record_get_text (course, TY_COURSE_LEVEL));
  self->texts[TY_COURSE_COLUMN_DAYS] = dup_days (course);
  self->texts[TY_COURSE_COLUMN_ENTERED] = ty_text_format_count (row->n_people);
  self->texts[TY_COURSE_COLUMN_CAME] = ty_text_format_count (row->n_people - row->n_absent);
  return self;
}

/**
 * ty_course_item_get:
 * @self: a row
 *
 * Returns: (transfer none): the course
 */
TyRecord *
ty_course_item_get (TyCourseItem *self)
{
  g_return_val_if_fail (TY_IS_COURSE_ITEM (self), NULL);

  return self->course;
}

/**
 * ty_course_item_get_key:
 * @self: a row
 *
 * Returns: the key of the course
 */
gint64
ty_course_item_get_key (TyCourseItem *self)
{
  g_return_val_if_fail (TY_IS_COURSE_ITEM (self), 0);

  return ty_record_get_integer (self->course, TY_COURSE_ID);
}

/**
 * ty_course_item_get_text:
 * @self: a row
 * @column: a column
 *
 * Returns: (transfer none): what stands there
 */
const char *
ty_course_item_get_text (TyCourseItem   *self,
                         TyCourseColumn  column)
{
  g_return_val_if_fail (TY_IS_COURSE_ITEM (self), NULL);

  return self->texts[column] != NULL ? self->texts[column] : "";
}

/**
 * ty_course_item_dup_facts:
 * @self: a row
 *
 * Returns: (transfer full): what is known of the course besides its name,
 *   `2021.05.08—05.10　培训班　县级　县委党校　县委组织部`
 */
char *
ty_course_item_dup_facts (TyCourseItem *self)
{
  const char *facts[] = {
    ty_course_item_get_text (self, TY_COURSE_COLUMN_KIND), ty_course_item_get_text (self, TY_COURSE_COLUMN_LEVEL),
    ty_record_get_text (self->course, TY_COURSE_PLACE), ty_record_get_text (self->course, TY_COURSE_ORGANISER),
    ty_record_get_text (self->course, TY_COURSE_NOTE),
  };
  g_autofree char *when = ty_course_item_dup_when (self->course);
  GString *text = g_string_new (when);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i] != NULL && *facts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "　" : "", facts[i]);
  return g_string_free (text, FALSE);
}

static gboolean
has (TyRecord   *course,
     guint       field,
     const char *folded)
{
  const char *text = ty_record_get_text (course, field);
  g_autofree char *key = text != NULL ? ty_text_fold (text) : NULL;

  return key != NULL && strstr (key, folded) != NULL;
}

/**
 * ty_course_item_fits:
 * @self: a row
 * @folded: what is searched for, folded by ty_text_fold(); empty = anything
 * @year: in which it begins, 0 = any
 *
 * Returns: whether name, place or organiser have the text, and the year is that
 */
gboolean
ty_course_item_fits (TyCourseItem *self,
                     const char   *folded,
                     int           year)
{
  g_return_val_if_fail (TY_IS_COURSE_ITEM (self), FALSE);

  if (year != 0 && ty_record_get_date (self->course, TY_COURSE_FROM_DATE).year != year)
    return FALSE;
  return *folded == '\0' || has (self->course, TY_COURSE_NAME, folded)
         || has (self->course, TY_COURSE_PLACE, folded) || has (self->course, TY_COURSE_ORGANISER, folded);
}
