/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-row"

#include "config.h"

#include "ty-roster-row-private.h"

#include "ty-mask.h"
#include "ty-person.h"

#include <glib/gi18n-lib.h>

/**
 * TyRosterRow:
 *
 * A line of the roster, ready to be shown. It never changes once it was handed out.
 */
struct _TyRosterRow
{
  GObject parent_instance;

  char *texts[TY_ROSTER_N_TEXTS]; /* (owned) (nullable) */
  GArray *own;                    /* (owned) (nullable) (element-type OwnText) */
  gint64 person;
  gint64 unit;
  TyPersonTags tags;
  gboolean gone;
};

/* What the person has in a field of the county. */
typedef struct
{
  TyRosterText which;
  char *text;
} OwnText;

G_DEFINE_FINAL_TYPE (TyRosterRow, ty_roster_row, G_TYPE_OBJECT)

typedef enum
{
  PROP_PERSON = 1,
  PROP_GONE,
  PROP_FIRST_TEXT,
} TyRosterRowProps;

static const char *const text_names[TY_ROSTER_N_TEXTS] = {
  [TY_ROSTER_TEXT_NAME] = "name",
  [TY_ROSTER_TEXT_SEX] = "sex",
  [TY_ROSTER_TEXT_BIRTH] = "birth",
  [TY_ROSTER_TEXT_AGE] = "age",
  [TY_ROSTER_TEXT_ETHNICITY] = "ethnicity",
  [TY_ROSTER_TEXT_POLITICAL] = "political",
  [TY_ROSTER_TEXT_TOWNSHIP] = "township",
  [TY_ROSTER_TEXT_VILLAGE] = "village",
  [TY_ROSTER_TEXT_POSTS] = "posts",
  [TY_ROSTER_TEXT_SINCE] = "since",
  [TY_ROSTER_TEXT_EDUCATION] = "education",
  [TY_ROSTER_TEXT_ID_NUMBER] = "id-number",
  [TY_ROSTER_TEXT_PHONE] = "phone",
  [TY_ROSTER_TEXT_TAGS] = "tags",
  [TY_ROSTER_TEXT_TRAINING] = "training",
  [TY_ROSTER_TEXT_APPRAISAL] = "appraisal",
  [TY_ROSTER_TEXT_DIFFICULTY] = "difficulty",
  [TY_ROSTER_TEXT_ECONOMY] = "economy",
};

static GParamSpec *properties[PROP_FIRST_TEXT + TY_ROSTER_N_TEXTS];

static void
ty_roster_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TyRosterRow *self = TY_ROSTER_ROW (object);

  if (prop_id == PROP_PERSON)
    g_value_set_int64 (value, self->person);
  else if (prop_id == PROP_GONE)
    g_value_set_boolean (value, self->gone);
  else if (prop_id < G_N_ELEMENTS (properties))
    g_value_set_string (value, ty_roster_row_get_text (self, prop_id - PROP_FIRST_TEXT));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ty_roster_row_finalize (GObject *object)
{
  TyRosterRow *self = TY_ROSTER_ROW (object);

  for (guint i = 0; i < TY_ROSTER_N_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->own, g_array_unref);

  G_OBJECT_CLASS (ty_roster_row_parent_class)->finalize (object);
}

static void
ty_roster_row_class_init (TyRosterRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_roster_row_get_property;
  object_class->finalize = ty_roster_row_finalize;

  properties[PROP_PERSON] = g_param_spec_int64 ("person", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_GONE] = g_param_spec_boolean ("gone", NULL, NULL, FALSE, flags);
  for (guint i = 0; i < TY_ROSTER_N_TEXTS; i++)
    properties[PROP_FIRST_TEXT + i] = g_param_spec_string (text_names[i], NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_roster_row_init (TyRosterRow *self)
{
}

/**
 * ty_roster_row_new:
 * @person: key of the person
 *
 * Returns: (transfer full): a row whose texts are empty
 */
TyRosterRow *
ty_roster_row_new (gint64 person)
{
  TyRosterRow *self = g_object_new (TY_TYPE_ROSTER_ROW, NULL);

  self->person = person;
  return self;
}

/**
 * ty_roster_row_new_gone:
 * @person: a key that the file does not know any more
 *
 * Returns: (transfer full): a row that says so
 */
TyRosterRow *
ty_roster_row_new_gone (gint64 person)
{
  TyRosterRow *self = ty_roster_row_new (person);

  self->gone = TRUE;
  ty_roster_row_take (self, TY_ROSTER_TEXT_NAME, g_strdup (_("No longer in the file")));
  return self;
}

static void
clear_own (gpointer data)
{
  g_free (((OwnText *) data)->text);
}

static void
take_own (TyRosterRow  *self,
          TyRosterText  which,
          char         *text)
{
  OwnText own = { which, text };

  if (self->own == NULL)
    {
      self->own = g_array_new (FALSE, FALSE, sizeof (OwnText));
      g_array_set_clear_func (self->own, clear_own);
    }
  g_array_append_val (self->own, own);
}

static const char *
get_own (TyRosterRow  *self,
         TyRosterText  which)
{
  for (guint i = 0; self->own != NULL && i < self->own->len; i++)
    if (g_array_index (self->own, OwnText, i).which == which)
      return g_array_index (self->own, OwnText, i).text;

  return "";
}

/**
 * ty_roster_text_of_own:
 * @field: key of a field of the county
 *
 * Returns: by which number rows, cells and tables know what people have in it; the same for as long as the
 *   program runs, whatever fields there are
 */
TyRosterText
ty_roster_text_of_own (gint64 field)
{
  static GMutex mutex;
  static GArray *fields; /* (element-type gint64): by number; guarded by the mutex */
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  guint number = 0;

  if (fields == NULL)
    fields = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (number < fields->len && g_array_index (fields, gint64, number) != field)
    number++;
  if (number == fields->len)
    g_array_append_val (fields, field);

  return TY_ROSTER_TEXT_OWN + number;
}

/**
 * ty_roster_row_take:
 * @self: a row that was not handed out yet
 * @which: one of its texts
 * @text: (transfer full) (nullable): the text
 */
void
ty_roster_row_take (TyRosterRow  *self,
                    TyRosterText  which,
                    char         *text)
{
  g_return_if_fail (TY_IS_ROSTER_ROW (self));

  if ((guint) which >= TY_ROSTER_TEXT_OWN)
    {
      take_own (self, which, text);
      return;
    }
  g_free (self->texts[which]);
  self->texts[which] = text;
}

/**
 * ty_roster_text_is_masked:
 * @self: one of the texts of a row
 *
 * Returns: whether it shows a field that is masked in lists
 */
gboolean
ty_roster_text_is_masked (TyRosterText self)
{
  if (self == TY_ROSTER_TEXT_ID_NUMBER)
    return ty_mask_is_needed (&ty_person_info.fields[TY_PERSON_ID_NUMBER]);

  return self == TY_ROSTER_TEXT_PHONE && ty_mask_is_needed (&ty_person_info.fields[TY_PERSON_PHONE]);
}

/**
 * ty_roster_row_set_unit:
 * @self: a row that was not handed out yet
 * @unit: key of the unit in which the roster places the person
 */
void
ty_roster_row_set_unit (TyRosterRow *self,
                        gint64       unit)
{
  g_return_if_fail (TY_IS_ROSTER_ROW (self));

  self->unit = unit;
}

/**
 * ty_roster_row_set_tags:
 * @self: a row that was not handed out yet
 * @tags: what a roster tells of the person in a word
 */
void
ty_roster_row_set_tags (TyRosterRow  *self,
                        TyPersonTags  tags)
{
  g_return_if_fail (TY_IS_ROSTER_ROW (self));

  self->tags = tags;
  ty_roster_row_take (self, TY_ROSTER_TEXT_TAGS, ty_person_tags_dup_text (tags));
}

/**
 * ty_roster_row_get_tags:
 * @self: a row
 *
 * Returns: what a roster tells of the person in a word
 */
TyPersonTags
ty_roster_row_get_tags (TyRosterRow *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_ROW (self), 0);

  return self->tags;
}

/**
 * ty_roster_row_get_unit:
 * @self: a row
 *
 * Returns: key of the unit in which the roster places the person, or 0
 */
gint64
ty_roster_row_get_unit (TyRosterRow *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_ROW (self), 0);

  return self->unit;
}

/**
 * ty_roster_row_get_person:
 * @self: a row
 *
 * Returns: key of the person
 */
gint64
ty_roster_row_get_person (TyRosterRow *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_ROW (self), 0);

  return self->person;
}

/**
 * ty_roster_row_get_name:
 * @self: a row
 *
 * Returns: (transfer none): the name, or that the person is no longer in the file
 */
const char *
ty_roster_row_get_name (TyRosterRow *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_ROW (self), NULL);

  return ty_roster_row_get_text (self, TY_ROSTER_TEXT_NAME);
}

/**
 * ty_roster_row_get_text:
 * @self: a row
 * @which: one of its texts
 *
 * Returns: (transfer none): the text, which may be empty
 */
const char *
ty_roster_row_get_text (TyRosterRow  *self,
                        TyRosterText  which)
{
  g_return_val_if_fail (TY_IS_ROSTER_ROW (self), NULL);

  if ((guint) which >= TY_ROSTER_TEXT_OWN)
    return get_own (self, which);
  g_return_val_if_fail (which < TY_ROSTER_N_TEXTS, NULL);

  return self->texts[which] != NULL ? self->texts[which] : "";
}
