/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-plan-item"

#include "config.h"

#include "ty-plan-item.h"

/**
 * TyPlanItem:
 *
 * What a plan says of a mentee, and whether the user takes it over, or wants it to stay when the plan is made
 * again.
 */
struct _TyPlanItem
{
  GObject parent_instance;

  TyPairingPlan *plan;        /* (owned): has @mentee */
  const TyPlanMentee *mentee; /* (unowned) */
  gboolean accepted;
  gboolean locked;
};

typedef enum
{
  PROP_ACCEPTED = 1,
  PROP_LOCKED,
} TyPlanItemProps;

static GParamSpec *properties[PROP_LOCKED + 1];

G_DEFINE_FINAL_TYPE (TyPlanItem, ty_plan_item, G_TYPE_OBJECT)

static void
ty_plan_item_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TyPlanItem *self = TY_PLAN_ITEM (object);

  switch ((TyPlanItemProps) prop_id)
    {
    case PROP_ACCEPTED:
      g_value_set_boolean (value, self->accepted);
      break;
    case PROP_LOCKED:
      g_value_set_boolean (value, self->locked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_plan_item_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TyPlanItem *self = TY_PLAN_ITEM (object);
  gboolean *field = (TyPlanItemProps) prop_id == PROP_ACCEPTED ? &self->accepted : &self->locked;

  if (*field == g_value_get_boolean (value))
    return;
  *field = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
ty_plan_item_finalize (GObject *object)
{
  ty_pairing_plan_unref (TY_PLAN_ITEM (object)->plan);

  G_OBJECT_CLASS (ty_plan_item_parent_class)->finalize (object);
}

static void
ty_plan_item_class_init (TyPlanItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ty_plan_item_get_property;
  object_class->set_property = ty_plan_item_set_property;
  object_class->finalize = ty_plan_item_finalize;

  properties[PROP_ACCEPTED] = g_param_spec_boolean ("accepted", NULL, NULL, FALSE, flags);
  properties[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_plan_item_init (TyPlanItem *self)
{
}

/**
 * ty_plan_item_new:
 * @plan: a plan
 * @mentee: one of its mentees
 *
 * Returns: (transfer full): the mentee, whose change is accepted to begin with
 */
TyPlanItem *
ty_plan_item_new (TyPairingPlan      *plan,
                  const TyPlanMentee *mentee)
{
  TyPlanItem *self = g_object_new (TY_TYPE_PLAN_ITEM, NULL);

  self->plan = ty_pairing_plan_ref (plan);
  self->mentee = mentee;
  self->accepted = ty_plan_item_is_change (self);
  self->locked = mentee->locked;
  return self;
}

/**
 * ty_plan_item_get_mentee:
 * @self: an item
 *
 * Returns: (transfer none): what the plan says
 */
const TyPlanMentee *
ty_plan_item_get_mentee (TyPlanItem *self)
{
  g_return_val_if_fail (TY_IS_PLAN_ITEM (self), NULL);

  return self->mentee;
}

/**
 * ty_plan_item_is_change:
 * @self: an item
 *
 * Returns: whether the plan has another mentor than there is
 */
gboolean
ty_plan_item_is_change (TyPlanItem *self)
{
  g_return_val_if_fail (TY_IS_PLAN_ITEM (self), FALSE);

  return self->mentee->state == TY_PLAN_NEW || self->mentee->state == TY_PLAN_CHANGED;
}

/**
 * ty_plan_item_is_accepted:
 * @self: an item
 *
 * Returns: whether the user takes the change over
 */
gboolean
ty_plan_item_is_accepted (TyPlanItem *self)
{
  g_return_val_if_fail (TY_IS_PLAN_ITEM (self), FALSE);

  return self->accepted && ty_plan_item_is_change (self);
}

/**
 * ty_plan_item_is_locked:
 * @self: an item
 *
 * Returns: whether the pair is to stay when the plan is made again
 */
gboolean
ty_plan_item_is_locked (TyPlanItem *self)
{
  g_return_val_if_fail (TY_IS_PLAN_ITEM (self), FALSE);

  return self->locked;
}
