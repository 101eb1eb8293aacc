/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-change-item"

#include "config.h"

#include "ty-form-change-item.h"

/**
 * TyFormChangeItem:
 *
 * Something that an appointment file would change, as a line of a list. What is sensitive is not shown.
 */
struct _TyFormChangeItem
{
  GObject parent_instance;

  GPtrArray *plan;             /* (owned): keeps the change alive */
  TyAppointmentChange *change; /* (unowned) */
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_OLD,
  PROP_NEW,
  PROP_ACCEPTED,
} TyFormChangeItemProps;

static GParamSpec *properties[PROP_ACCEPTED + 1];

G_DEFINE_FINAL_TYPE (TyFormChangeItem, ty_form_change_item, G_TYPE_OBJECT)

static void
ty_form_change_item_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TyAppointmentChange *change = TY_FORM_CHANGE_ITEM (object)->change;
  const char *hidden = change->sensitive ? "****" : NULL;

  switch ((TyFormChangeItemProps) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, change->label);
      break;
    case PROP_OLD:
      g_value_set_string (value, change->old == NULL ? "—" : hidden != NULL ? hidden : change->old);
      break;
    case PROP_NEW:
      g_value_set_string (value, hidden != NULL ? hidden : change->new);
      break;
    case PROP_ACCEPTED:
      g_value_set_boolean (value, change->accepted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_form_change_item_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TyAppointmentChange *change = TY_FORM_CHANGE_ITEM (object)->change;

  if (prop_id != PROP_ACCEPTED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (change->accepted == g_value_get_boolean (value))
    return;

  change->accepted = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
ty_form_change_item_finalize (GObject *object)
{
  g_clear_pointer (&TY_FORM_CHANGE_ITEM (object)->plan, g_ptr_array_unref);

  G_OBJECT_CLASS (ty_form_change_item_parent_class)->finalize (object);
}

static void
ty_form_change_item_class_init (TyFormChangeItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_form_change_item_get_property;
  object_class->set_property = ty_form_change_item_set_property;
  object_class->finalize = ty_form_change_item_finalize;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_OLD] = g_param_spec_string ("old", NULL, NULL, NULL, flags);
  properties[PROP_NEW] = g_param_spec_string ("new", NULL, NULL, NULL, flags);
  properties[PROP_ACCEPTED] = g_param_spec_boolean ("accepted", NULL, NULL, FALSE,
                                                                  G_PARAM_READWRITE
                                                                    | G_PARAM_EXPLICIT_NOTIFY
                                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_form_change_item_init (TyFormChangeItem *self)
{
}

/**
 * ty_form_change_item_new:
 * @plan: the plan to which the change belongs
 * @change: a change
 *
 * Returns: (transfer full): a line of a list, which changes whether it is accepted
 */
TyFormChangeItem *
ty_form_change_item_new (GPtrArray           *plan,
                         TyAppointmentChange *change)
{
  TyFormChangeItem *self = g_object_new (TY_TYPE_FORM_CHANGE_ITEM, NULL);

  self->plan = g_ptr_array_ref (plan);
  self->change = change;
  return self;
}
