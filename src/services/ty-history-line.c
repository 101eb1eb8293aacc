/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-history-line"

#include "config.h"

#include "ty-history-line.h"

/**
 * TyHistoryLine:
 *
 * A record that an action changed, or below it a field with its old and its new value.
 */
struct _TyHistoryLine
{
  GObject parent_instance;

  char *label;     /* (owned) */
  char *old_value; /* (owned) (nullable) */
  char *new_value; /* (owned) (nullable) */
  gboolean record;
};

G_DEFINE_FINAL_TYPE (TyHistoryLine, ty_history_line, G_TYPE_OBJECT)

typedef enum
{
  PROP_RECORD = 1,
  PROP_LABEL,
  PROP_OLD,
  PROP_NEW,
} TyHistoryLineProps;

static GParamSpec *properties[PROP_NEW + 1];

static void
ty_history_line_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TyHistoryLine *self = TY_HISTORY_LINE (object);

  switch ((TyHistoryLineProps) prop_id)
    {
    case PROP_RECORD:
      g_value_set_boolean (value, self->record);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_OLD:
      g_value_set_string (value, self->old_value);
      break;
    case PROP_NEW:
      g_value_set_string (value, self->new_value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_history_line_finalize (GObject *object)
{
  TyHistoryLine *self = TY_HISTORY_LINE (object);

  g_free (self->label);
  g_free (self->old_value);
  g_free (self->new_value);

  G_OBJECT_CLASS (ty_history_line_parent_class)->finalize (object);
}

static void
ty_history_line_class_init (TyHistoryLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_history_line_get_property;
  object_class->finalize = ty_history_line_finalize;

  properties[PROP_RECORD] = g_param_spec_boolean ("record", NULL, NULL, FALSE, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_OLD] = g_param_spec_string ("old", NULL, NULL, NULL, flags);
  properties[PROP_NEW] = g_param_spec_string ("new", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_history_line_init (TyHistoryLine *self)
{
}

/**
 * ty_history_line_new:
 * @record: whether it is the line of a record, and not of a field
 * @label: what it is called
 * @old_value: (transfer full) (nullable): the value before
 * @new_value: (transfer full) (nullable): the value after; for a record, what was done to it
 *
 * Returns: (transfer full): a line
 */
TyHistoryLine *
ty_history_line_new (gboolean    record,
                     const char *label,
                     char       *old_value,
                     char       *new_value)
{
  TyHistoryLine *self = g_object_new (TY_TYPE_HISTORY_LINE, NULL);

  self->record = record;
  self->label = g_strdup (label);
  self->old_value = old_value;
  self->new_value = new_value;
  return self;
}

/**
 * ty_history_line_is_record:
 * @self: a line
 *
 * Returns: whether it is the line of a record
 */
gboolean
ty_history_line_is_record (TyHistoryLine *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_LINE (self), FALSE);

  return self->record;
}

/**
 * ty_history_line_get_label:
 * @self: a line
 *
 * Returns: (transfer none): the record and whose it is, or the field
 */
const char *
ty_history_line_get_label (TyHistoryLine *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_LINE (self), NULL);

  return self->label;
}

/**
 * ty_history_line_get_old:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the value before, masked where it is sensitive
 */
const char *
ty_history_line_get_old (TyHistoryLine *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_LINE (self), NULL);

  return self->old_value;
}

/**
 * ty_history_line_get_new:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the value after; for a record, what was done to it
 */
const char *
ty_history_line_get_new (TyHistoryLine *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_LINE (self), NULL);

  return self->new_value;
}
