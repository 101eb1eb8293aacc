/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-record"

#include "config.h"

#include "ty-record.h"

#include "ty-date.h"

#include <string.h>

/**
 * TyRecord:
 *
 * A row as an object. A child class names its table of fields; properties, reading and writing
 * follow from it, so that a field is described in one place.
 */
typedef union
{
  gint64 number;
  char *text; /* (owned) (nullable) */
} Slot;

typedef struct
{
  Slot *slots; /* (owned): one a field */
} TyRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TyRecord, ty_record, G_TYPE_OBJECT)

static Slot *
get_slot (TyRecord *self,
          guint     field,
          gboolean  number)
{
  TyRecordPrivate *priv = ty_record_get_instance_private (self);
  const TyRecordInfo *info = TY_RECORD_GET_CLASS (self)->info;

  g_return_val_if_fail (field < info->n_fields, NULL);
  g_return_val_if_fail (TY_FIELD_IS_NUMBER (&info->fields[field]) == number, NULL);

  return &priv->slots[field];
}

static void
ty_record_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TyRecord *self = TY_RECORD (object);

  if (G_VALUE_HOLDS_INT64 (value))
    g_value_set_int64 (value, ty_record_get_integer (self, prop_id - 1));
  else
    g_value_set_string (value, ty_record_get_text (self, prop_id - 1));
}

static void
ty_record_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TyRecord *self = TY_RECORD (object);

  if (G_VALUE_HOLDS_INT64 (value))
    ty_record_set_integer (self, prop_id - 1, g_value_get_int64 (value));
  else
    ty_record_set_text (self, prop_id - 1, g_value_get_string (value));
}

static void
ty_record_finalize (GObject *object)
{
  TyRecordPrivate *priv = ty_record_get_instance_private (TY_RECORD (object));
  const TyRecordInfo *info = TY_RECORD_GET_CLASS (object)->info;

  for (guint i = 0; i < info->n_fields; i++)
    if (!TY_FIELD_IS_NUMBER (&info->fields[i]))
      g_free (priv->slots[i].text);
  g_free (priv->slots);

  G_OBJECT_CLASS (ty_record_parent_class)->finalize (object);
}

static void
ty_record_class_init (TyRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ty_record_finalize;
}

static void
ty_record_init (TyRecord *self)
{
  /* The class is not yet that of the child here: see ty_record_init_fields(). */
}

/**
 * ty_record_class_set_info: (skip)
 * @klass: the class of a record
 * @info: its table of fields, static
 *
 * Installs a property for each field. Called from class_init; TY_DEFINE_RECORD() does.
 */
void
ty_record_class_set_info (TyRecordClass      *klass,
                          const TyRecordInfo *info)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  klass->info = info;
  /* GObject does not hand these down to children. */
  G_OBJECT_CLASS (klass)->get_property = ty_record_get_property;
  G_OBJECT_CLASS (klass)->set_property = ty_record_set_property;
  for (guint i = 0; i < info->n_fields; i++)
    {
      const TyFieldInfo *field = &info->fields[i];
      GParamSpec *pspec;

      if (TY_FIELD_IS_NUMBER (field))
        pspec = g_param_spec_int64 (field->property, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
      else
        pspec = g_param_spec_string (field->property, NULL, NULL, NULL, flags);
      g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, pspec);
    }
}

/**
 * ty_record_init_fields: (skip)
 * @self: a record whose child class is being initialized
 *
 * Makes room for the fields. Called from the child's init; TY_DEFINE_RECORD() does.
 */
void
ty_record_init_fields (TyRecord *self)
{
  TyRecordPrivate *priv = ty_record_get_instance_private (self);

  priv->slots = g_new0 (Slot, TY_RECORD_GET_CLASS (self)->info->n_fields);
}

/**
 * ty_record_new:
 * @info: a table of fields
 *
 * Returns: (transfer full): an empty record of that kind
 */
TyRecord *
ty_record_new (const TyRecordInfo *info)
{
  return g_object_new (info->get_type (), NULL);
}

/**
 * ty_record_dup:
 * @self: a record
 *
 * Returns: (transfer full): another record with the same values
 */
TyRecord *
ty_record_dup (TyRecord *self)
{
  const TyRecordInfo *info = ty_record_get_info (self);
  TyRecord *copy = ty_record_new (info);

  for (guint i = 0; i < info->n_fields; i++)
    if (TY_FIELD_IS_NUMBER (&info->fields[i]))
      ty_record_set_integer (copy, i, ty_record_get_integer (self, i));
    else
      ty_record_set_text (copy, i, ty_record_get_text (self, i));

  return copy;
}

/**
 * ty_record_get_info:
 * @self: a record
 *
 * Returns: (transfer none): its table of fields
 */
const TyRecordInfo *
ty_record_get_info (TyRecord *self)
{
  g_return_val_if_fail (TY_IS_RECORD (self), NULL);

  return TY_RECORD_GET_CLASS (self)->info;
}

/**
 * ty_record_get_text:
 * @self: a record
 * @field: index of a field that holds text
 *
 * Returns: (transfer none) (nullable): its text
 */
const char *
ty_record_get_text (TyRecord *self,
                    guint     field)
{
  Slot *slot = get_slot (self, field, FALSE);

  return slot != NULL ? slot->text : NULL;
}

/**
 * ty_record_get_integer:
 * @self: a record
 * @field: index of a field that holds a number or a reference
 *
 * Returns: its number
 */
gint64
ty_record_get_integer (TyRecord *self,
                       guint     field)
{
  Slot *slot = get_slot (self, field, TRUE);

  return slot != NULL ? slot->number : 0;
}

/**
 * ty_record_get_date:
 * @self: a record
 * @field: index of a date
 *
 * Returns: the date, or %TY_DATE_NONE
 */
TyDate
ty_record_get_date (TyRecord *self,
                    guint     field)
{
  return ty_date_from_iso (ty_record_get_text (self, field));
}

static void
notify_field (TyRecord *self,
              guint     field)
{
  g_object_notify (G_OBJECT (self), TY_RECORD_GET_CLASS (self)->info->fields[field].property);
}

/**
 * ty_record_set_text:
 * @self: a record
 * @field: index of a field that holds text
 * @text: (nullable): its new text; the empty text is kept as none
 */
void
ty_record_set_text (TyRecord   *self,
                    guint       field,
                    const char *text)
{
  ty_record_take_text (self, field, g_strdup (text));
}

/**
 * ty_record_take_text:
 * @self: a record
 * @field: index of a field that holds text
 * @text: (nullable) (transfer full): its new text; the empty text is kept as none
 */
void
ty_record_take_text (TyRecord *self,
                     guint     field,
                     char     *text)
{
  g_autofree char *owned = text;
  Slot *slot = get_slot (self, field, FALSE);

  if (slot == NULL)
    return;
  if (owned != NULL && *owned == '\0')
    g_clear_pointer (&owned, g_free);
  if (g_strcmp0 (slot->text, owned) == 0)
    return;

  g_free (slot->text);
  slot->text = g_steal_pointer (&owned);
  notify_field (self, field);
}

/**
 * ty_record_set_integer:
 * @self: a record
 * @field: index of a field that holds a number or a reference
 * @number: its new number
 */
void
ty_record_set_integer (TyRecord *self,
                       guint     field,
                       gint64    number)
{
  Slot *slot = get_slot (self, field, TRUE);

  if (slot == NULL || slot->number == number)
    return;

  slot->number = number;
  notify_field (self, field);
}

/**
 * ty_record_set_date:
 * @self: a record
 * @field: index of a date
 * @date: its new date, or %TY_DATE_NONE
 */
void
ty_record_set_date (TyRecord *self,
                    guint     field,
                    TyDate    date)
{
  ty_record_take_text (self, field, ty_date_to_iso (date));
}

/**
 * ty_record_equal:
 * @self: a record
 * @other: a record of the same kind
 *
 * Returns: whether all fields are equal
 */
gboolean
ty_record_equal (TyRecord *self,
                 TyRecord *other)
{
  const TyRecordInfo *info = ty_record_get_info (self);

  g_return_val_if_fail (info == ty_record_get_info (other), FALSE);

  for (guint i = 0; i < info->n_fields; i++)
    if (TY_FIELD_IS_NUMBER (&info->fields[i])
          ? ty_record_get_integer (self, i) != ty_record_get_integer (other, i)
          : g_strcmp0 (ty_record_get_text (self, i), ty_record_get_text (other, i)) != 0)
      return FALSE;

  return TRUE;
}

/**
 * ty_record_info_find_field:
 * @info: a table of fields
 * @column: name of a column
 *
 * Returns: (transfer none) (nullable): the field of that column
 */
const TyFieldInfo *
ty_record_info_find_field (const TyRecordInfo *info,
                           const char         *column)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (strcmp (info->fields[i].column, column) == 0)
      return &info->fields[i];

  return NULL;
}
