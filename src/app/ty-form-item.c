/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-item"

#include "config.h"

#include "ty-form-item.h"

#include <glib/gi18n-lib.h>

/**
 * TyFormItem:
 *
 * An appointment file before it is imported, as a line of a list.
 */
struct _TyFormItem
{
  GObject parent_instance;

  GPtrArray *plan; /* (owned) */
  guint place;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_FILE,
  PROP_STATE,
  PROP_REASON,
  PROP_ACCEPTABLE,
  PROP_ACCEPTED,
} TyFormItemProps;

static GParamSpec *properties[PROP_ACCEPTED + 1];

G_DEFINE_FINAL_TYPE (TyFormItem, ty_form_item, G_TYPE_OBJECT)

/**
 * ty_form_item_get_line:
 * @self: an item
 *
 * Returns: (transfer none): the line of the plan
 */
TyAppointmentLine *
ty_form_item_get_line (TyFormItem *self)
{
  return g_ptr_array_index (self->plan, self->place);
}

/**
 * ty_form_item_get_place:
 * @self: an item
 *
 * Returns: the place of the line in the plan
 */
guint
ty_form_item_get_place (TyFormItem *self)
{
  return self->place;
}

static char *
dup_state (TyAppointmentLine *line)
{
  guint n = line->changes->len;

  switch (line->state)
    {
    case TY_APPOINTMENT_STATE_NEW:
      return g_strdup (C_("appointment file", "New person"));
    case TY_APPOINTMENT_STATE_CHANGED:
      return g_strdup_printf (ngettext ("%u change", "%u changes", n), n);
    case TY_APPOINTMENT_STATE_SAME:
      return g_strdup (C_("appointment file", "Nothing new"));
    case TY_APPOINTMENT_STATE_DOUBTFUL:
      return g_strdup (C_("appointment file", "Who is it?"));
    case TY_APPOINTMENT_STATE_REFUSED:
    default:
      return g_strdup (C_("appointment file", "Cannot be imported"));
    }
}

static void
ty_form_item_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TyFormItem *self = TY_FORM_ITEM (object);
  TyAppointmentLine *line = ty_form_item_get_line (self);

  switch ((TyFormItemProps) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, line->name != NULL ? line->name : "—");
      break;
    case PROP_FILE:
      g_value_take_string (value, g_filename_display_basename (line->path));
      break;
    case PROP_STATE:
      g_value_take_string (value, dup_state (line));
      break;
    case PROP_REASON:
      g_value_set_string (value, line->reason != NULL ? line->reason : "");
      break;
    case PROP_ACCEPTABLE:
      g_value_set_boolean (value, line->state == TY_APPOINTMENT_STATE_NEW
                                    || line->state == TY_APPOINTMENT_STATE_CHANGED);
      break;
    case PROP_ACCEPTED:
      g_value_set_boolean (value, line->accepted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_form_item_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TyAppointmentLine *line = ty_form_item_get_line (TY_FORM_ITEM (object));

  if (prop_id != PROP_ACCEPTED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (line->accepted == g_value_get_boolean (value))
    return;

  line->accepted = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
ty_form_item_finalize (GObject *object)
{
  g_clear_pointer (&TY_FORM_ITEM (object)->plan, g_ptr_array_unref);

  G_OBJECT_CLASS (ty_form_item_parent_class)->finalize (object);
}

static void
ty_form_item_class_init (TyFormItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_form_item_get_property;
  object_class->set_property = ty_form_item_set_property;
  object_class->finalize = ty_form_item_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_FILE] = g_param_spec_string ("file", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, flags);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  properties[PROP_ACCEPTABLE] = g_param_spec_boolean ("acceptable", NULL, NULL, FALSE, flags);
  properties[PROP_ACCEPTED] = g_param_spec_boolean ("accepted", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_form_item_init (TyFormItem *self)
{
}

/**
 * ty_form_item_new:
 * @plan: (element-type TyAppointmentLine): a plan
 * @place: the place of a line in it
 *
 * Returns: (transfer full): a line of a list, which changes what is accepted in the plan
 */
TyFormItem *
ty_form_item_new (GPtrArray *plan,
                  guint      place)
{
  TyFormItem *self = g_object_new (TY_TYPE_FORM_ITEM, NULL);

  self->plan = g_ptr_array_ref (plan);
  self->place = place;
  return self;
}

/**
 * ty_form_item_update:
 * @self: an item whose line was compared anew
 *
 * Tells that it says something else.
 */
void
ty_form_item_update (TyFormItem *self)
{
  for (guint i = PROP_NAME; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}
