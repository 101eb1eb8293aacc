/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-check-entry"

#include "config.h"

#include "ty-check-entry.h"

/**
 * TyCheckEntry:
 *
 * What a check found, as a list shows it.
 */
struct _TyCheckEntry
{
  GObject parent_instance;

  /* Owned */
  char *name;
  char *place;
  char *text;

  TyProblemKind kind;
  gint64 person;
  gint64 unit;
  gint64 other;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_PLACE,
  PROP_LABEL,
  PROP_SEVERITY,
  PROP_TEXT,
  PROP_ADVICE,
} TyCheckEntryProps;

static GParamSpec *properties[PROP_ADVICE + 1];

G_DEFINE_FINAL_TYPE (TyCheckEntry, ty_check_entry, G_TYPE_OBJECT)

static void
ty_check_entry_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TyCheckEntry *self = TY_CHECK_ENTRY (object);

  switch ((TyCheckEntryProps) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_LABEL:
      g_value_set_string (value, ty_problem_kind_get_label (self->kind));
      break;
    case PROP_SEVERITY:
      g_value_set_string (value, ty_severity_get_label (ty_check_entry_get_severity (self)));
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_ADVICE:
      g_value_set_string (value, ty_problem_kind_get_advice (self->kind));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_check_entry_finalize (GObject *object)
{
  TyCheckEntry *self = TY_CHECK_ENTRY (object);

  g_free (self->name);
  g_free (self->place);
  g_free (self->text);

  G_OBJECT_CLASS (ty_check_entry_parent_class)->finalize (object);
}

static void
ty_check_entry_class_init (TyCheckEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_check_entry_get_property;
  object_class->finalize = ty_check_entry_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_SEVERITY] = g_param_spec_string ("severity", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_ADVICE] = g_param_spec_string ("advice", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_check_entry_init (TyCheckEntry *self)
{
}

/**
 * ty_check_entry_new:
 * @problem: what was found
 * @place: (transfer full): the unit of the person with the one above it, or the empty text
 *
 * Returns: (transfer full): an entry
 */
TyCheckEntry *
ty_check_entry_new (const TyProblem *problem,
                    char            *place)
{
  TyCheckEntry *self = g_object_new (TY_TYPE_CHECK_ENTRY, NULL);

  self->kind = problem->kind;
  self->person = problem->person;
  self->other = problem->other;
  self->unit = problem->unit != 0 ? problem->unit : problem->place;
  self->name = g_strdup (problem->name);
  self->text = g_strdup (problem->text);
  self->place = place;
  return self;
}

/**
 * ty_check_entry_hash:
 * @self: (type TyCheckEntry): an entry
 *
 * Returns: a number that is the same for all equal ones; it is a `GHashFunc`
 */
guint
ty_check_entry_hash (gconstpointer self)
{
  const TyCheckEntry *entry = self;

  return g_int64_hash (&entry->person) * 31 + g_str_hash (entry->text);
}

/**
 * ty_check_entry_equal:
 * @self: (type TyCheckEntry): an entry
 * @other: (type TyCheckEntry): another
 *
 * Returns: whether both say the same; it is a `GEqualFunc`
 */
gboolean
ty_check_entry_equal (gconstpointer self,
                      gconstpointer other)
{
  const TyCheckEntry *first = self;
  const TyCheckEntry *second = other;

  return first->kind == second->kind && first->person == second->person && first->unit == second->unit
         && first->other == second->other && g_str_equal (first->text, second->text)
         && g_str_equal (first->place, second->place) && g_str_equal (first->name, second->name);
}

/**
 * ty_check_entry_get_kind:
 * @self: an entry
 *
 * Returns: what was looked for
 */
TyProblemKind
ty_check_entry_get_kind (TyCheckEntry *self)
{
  g_return_val_if_fail (TY_IS_CHECK_ENTRY (self), TY_PROBLEM_CIRCLE);

  return self->kind;
}

/**
 * ty_check_entry_get_severity:
 * @self: an entry
 *
 * Returns: how bad it is
 */
TySeverity
ty_check_entry_get_severity (TyCheckEntry *self)
{
  return ty_problem_kind_get_info (ty_check_entry_get_kind (self))->severity;
}

/**
 * ty_check_entry_get_person:
 * @self: an entry
 *
 * Returns: key of the person, or 0
 */
gint64
ty_check_entry_get_person (TyCheckEntry *self)
{
  g_return_val_if_fail (TY_IS_CHECK_ENTRY (self), 0);

  return self->person;
}

/**
 * ty_check_entry_get_unit:
 * @self: an entry
 *
 * Returns: key of the unit that it is about or where the person serves, or 0
 */
gint64
ty_check_entry_get_unit (TyCheckEntry *self)
{
  g_return_val_if_fail (TY_IS_CHECK_ENTRY (self), 0);

  return self->unit;
}

/**
 * ty_check_entry_get_name:
 * @self: an entry
 *
 * Returns: (transfer none): the person or the unit; the empty text for the county
 */
const char *
ty_check_entry_get_name (TyCheckEntry *self)
{
  g_return_val_if_fail (TY_IS_CHECK_ENTRY (self), NULL);

  return self->name;
}

/**
 * ty_check_entry_get_place:
 * @self: an entry
 *
 * Returns: (transfer none): the unit with the one above it, or the empty text
 */
const char *
ty_check_entry_get_place (TyCheckEntry *self)
{
  g_return_val_if_fail (TY_IS_CHECK_ENTRY (self), NULL);

  return self->place;
}

/**
 * ty_check_entry_get_text:
 * @self: an entry
 *
 * Returns: (transfer none): what is wrong
 */
const char *
ty_check_entry_get_text (TyCheckEntry *self)
{
  g_return_val_if_fail (TY_IS_CHECK_ENTRY (self), NULL);

  return self->text;
}

/**
 * ty_check_entry_get_other:
 * @self: what was found
 *
 * Returns: key of another person who may be the same human, or 0
 */
gint64
ty_check_entry_get_other (TyCheckEntry *self)
{
  g_return_val_if_fail (TY_IS_CHECK_ENTRY (self), 0);

  return self->other;
}
