/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-attendee-item"

#include "config.h"

#include "ty-attendee-item.h"

#include "ty-attendance.h"
#include "ty-decimal.h"
#include "ty-format.h"

/**
 * TyAttendeeItem:
 *
 * A row of the table of those who are entered for a course: the record, and its texts.
 */
struct _TyAttendeeItem
{
  GObject parent_instance;

  /* Owned */
  TyRecord *attendance;
  char *texts[TY_N_ATTENDEE_COLUMNS];
};

G_DEFINE_FINAL_TYPE (TyAttendeeItem, ty_attendee_item, G_TYPE_OBJECT)

static void
ty_attendee_item_finalize (GObject *object)
{
  TyAttendeeItem *self = TY_ATTENDEE_ITEM (object);

  g_clear_object (&self->attendance);
  for (guint i = 0; i < TY_N_ATTENDEE_COLUMNS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (ty_attendee_item_parent_class)->finalize (object);
}

static void
ty_attendee_item_class_init (TyAttendeeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ty_attendee_item_finalize;
}

static void
ty_attendee_item_init (TyAttendeeItem *self)
{
}

/* `石泉镇 后凤泉村` */
static char *
dup_unit (TyRosterRow *person)
{
  const char *township = ty_roster_row_get_text (person, TY_ROSTER_TEXT_TOWNSHIP);
  const char *village = ty_roster_row_get_text (person, TY_ROSTER_TEXT_VILLAGE);

  if (township == NULL || village == NULL || *township == '\0' || *village == '\0')
    return g_strdup (village != NULL && *village != '\0' ? village : township);
  return g_strdup_printf ("%s %s", township, village);
}

/**
 * ty_attendee_item_new:
 * @row: that somebody is entered
 * @course: the course
 * @person: (nullable): what a roster says of the person
 *
 * Returns: (transfer full): the row
 */
TyAttendeeItem *
ty_attendee_item_new (const TyAttendanceRow *row,
                      TyRecord              *course,
                      TyRosterRow           *person)
{
  TyAttendeeItem *self = g_object_new (TY_TYPE_ATTENDEE_ITEM, NULL);
  TyRecord *attendance = row->attendance;

  self->attendance = g_object_ref (attendance);
  self->texts[TY_ATTENDEE_COLUMN_NAME] = g_strdup (row->name);
  if (person != NULL)
    {
      self->texts[TY_ATTENDEE_COLUMN_UNIT] = dup_unit (person);
      self->texts[TY_ATTENDEE_COLUMN_POSTS] = g_strdup (ty_roster_row_get_text (person, TY_ROSTER_TEXT_POSTS));
    }
  self->texts[TY_ATTENDEE_COLUMN_DAYS] = ty_decimal_format (ty_training_get_days (attendance, course));
  self->texts[TY_ATTENDEE_COLUMN_RESULT] = ty_format_code ("training_result",
                                                           ty_record_get_text (attendance, TY_ATTENDANCE_RESULT));
  self->texts[TY_ATTENDEE_COLUMN_CERTIFICATE] = g_strdup (ty_record_get_text (attendance,
                                                                              TY_ATTENDANCE_CERTIFICATE));
  return self;
}

/**
 * ty_attendee_item_get:
 * @self: a row
 *
 * Returns: (transfer none): the attendance
 */
TyRecord *
ty_attendee_item_get (TyAttendeeItem *self)
{
  g_return_val_if_fail (TY_IS_ATTENDEE_ITEM (self), NULL);

  return self->attendance;
}

/**
 * ty_attendee_item_get_person:
 * @self: a row
 *
 * Returns: the key of the person
 */
gint64
ty_attendee_item_get_person (TyAttendeeItem *self)
{
  g_return_val_if_fail (TY_IS_ATTENDEE_ITEM (self), 0);

  return ty_record_get_integer (self->attendance, TY_ATTENDANCE_PERSON);
}

/**
 * ty_attendee_item_get_text:
 * @self: a row
 * @column: a column
 *
 * Returns: (transfer none): what stands there
 */
const char *
ty_attendee_item_get_text (TyAttendeeItem   *self,
                           TyAttendeeColumn  column)
{
  g_return_val_if_fail (TY_IS_ATTENDEE_ITEM (self), NULL);

  return self->texts[column] != NULL ? self->texts[column] : "";
}
