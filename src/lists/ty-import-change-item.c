/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-change-item"

#include "config.h"

#include "ty-import-item.h"

#include "ty-mask.h"

/**
 * TyImportChangeItem:
 *
 * Something that a row would change, as a line of a list. What is sensitive is masked until it is shown.
 */
struct _TyImportChangeItem
{
  GObject parent_instance;

  TyImportPlan *plan;   /* (owned): keeps the row alive */
  TyImportRow *row;     /* (unowned) */
  guint change;
  gboolean shown;
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_OLD,
  PROP_NEW,
  PROP_HAS_OLD,
  PROP_CHOOSABLE,
  PROP_ACCEPTED,
} TyImportChangeItemProps;

static GParamSpec *properties[PROP_ACCEPTED + 1];

G_DEFINE_FINAL_TYPE (TyImportChangeItem, ty_import_change_item, G_TYPE_OBJECT)

static TyImportChange *
get_change (TyImportChangeItem *self)
{
  return &g_array_index (self->row->changes, TyImportChange, self->change);
}

static char *
dup_shown (TyImportChangeItem *self,
           const char         *text)
{
  const TyImportChange *change = get_change (self);

  if (text == NULL)
    return g_strdup ("—");
  if (!change->sensitive || self->shown)
    return g_strdup (text);
  if (change->field == TY_IMPORT_WHOLE_ROW)
    return g_strdup ("****");

  return ty_mask_apply (&change->info->fields[change->field], text);
}

static void
ty_import_change_item_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  TyImportChangeItem *self = TY_IMPORT_CHANGE_ITEM (object);
  const TyImportChange *change = get_change (self);

  switch ((TyImportChangeItemProps) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, change->label);
      break;
    case PROP_OLD:
      g_value_take_string (value, dup_shown (self, change->old));
      break;
    case PROP_NEW:
      g_value_take_string (value, dup_shown (self, change->new));
      break;
    case PROP_HAS_OLD:
      g_value_set_boolean (value, self->row->state == TY_IMPORT_STATE_CHANGED);
      break;
    case PROP_CHOOSABLE:
      g_value_set_boolean (value, !change->follows);
      break;
    case PROP_ACCEPTED:
      g_value_set_boolean (value, change->accepted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_import_change_item_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  TyImportChange *change = get_change (TY_IMPORT_CHANGE_ITEM (object));

  if (prop_id != PROP_ACCEPTED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (change->accepted == g_value_get_boolean (value) || change->follows)
    return;

  change->accepted = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
ty_import_change_item_finalize (GObject *object)
{
  g_clear_pointer (&TY_IMPORT_CHANGE_ITEM (object)->plan, ty_import_plan_unref);

  G_OBJECT_CLASS (ty_import_change_item_parent_class)->finalize (object);
}

static void
ty_import_change_item_class_init (TyImportChangeItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_import_change_item_get_property;
  object_class->set_property = ty_import_change_item_set_property;
  object_class->finalize = ty_import_change_item_finalize;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_OLD] = g_param_spec_string ("old", NULL, NULL, NULL, flags);
  properties[PROP_NEW] = g_param_spec_string ("new", NULL, NULL, NULL, flags);
  properties[PROP_HAS_OLD] = g_param_spec_boolean ("has-old", NULL, NULL, FALSE, flags);
  properties[PROP_CHOOSABLE] = g_param_spec_boolean ("choosable", NULL, NULL, FALSE, flags);
  properties[PROP_ACCEPTED] = g_param_spec_boolean ("accepted", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_import_change_item_init (TyImportChangeItem *self)
{
}

/**
 * ty_import_change_item_new:
 * @plan: a plan
 * @row: one of its rows
 * @change: the place of a change in it
 * @shown: whether sensitive values are shown
 *
 * Returns: (transfer full): a line of a list, which changes what is accepted in the plan
 */
TyImportChangeItem *
ty_import_change_item_new (TyImportPlan *plan,
                           TyImportRow  *row,
                           guint         change,
                           gboolean      shown)
{
  TyImportChangeItem *self = g_object_new (TY_TYPE_IMPORT_CHANGE_ITEM, NULL);

  self->plan = ty_import_plan_ref (plan);
  self->row = row;
  self->change = change;
  self->shown = shown;
  return self;
}
