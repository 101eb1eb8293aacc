/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-item"

#include "config.h"

#include "ty-import-item.h"

#include <glib/gi18n-lib.h>

/**
 * TyImportItem:
 *
 * A row of a table before it is imported, as a line of a list.
 */
struct _TyImportItem
{
  GObject parent_instance;

  TyImportPlan *plan; /* (owned) */
  guint place;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_DETAIL,
  PROP_STATE,
  PROP_STATE_WORD,
  PROP_ACCEPTABLE,
  PROP_ACCEPTED,
} TyImportItemProps;

static GParamSpec *properties[PROP_ACCEPTED + 1];

G_DEFINE_FINAL_TYPE (TyImportItem, ty_import_item, G_TYPE_OBJECT)

/**
 * ty_import_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none): the row of the plan
 */
TyImportRow *
ty_import_item_get_row (TyImportItem *self)
{
  return ty_import_plan_get_row (self->plan, self->place);
}

/**
 * ty_import_item_get_place:
 * @self: an item
 *
 * Returns: the place of the row in the plan
 */
guint
ty_import_item_get_place (TyImportItem *self)
{
  return self->place;
}

static guint
count_changes (const TyImportRow *row)
{
  guint n = 0;

  for (guint i = 0; row->changes != NULL && i < row->changes->len; i++)
    n += !g_array_index (row->changes, TyImportChange, i).follows;

  return n;
}

static char *
dup_state (const TyImportRow *row)
{
  guint n = count_changes (row);

  if (row->state == TY_IMPORT_STATE_CHANGED && n > 0)
    return g_strdup_printf (ngettext ("%u change", "%u changes", n), n);

  return g_strdup (ty_import_state_get_label (row->state));
}

/* The unit and the place in the table, of which the sheet counts only where there are several. */
static char *
dup_detail (TyImportItem      *self,
            const TyImportRow *row)
{
  g_autofree char *where = row->sheet != NULL ? g_strdup_printf (C_("place in a table", "row %u"), row->row)
                                              : g_strdup (_("Not in the table"));
  g_autofree char *place = row->place != NULL ? g_strdelimit (g_strconcat (row->place, " · ", NULL), "/", ' ')
                                              : g_strdup ("");
  TyImportPart *part = ty_import_plan_get_part (self->plan, row->part);

  if (ty_import_plan_get_n_parts (self->plan) > 1)
    return g_strdup_printf ("%s%s · %s", place, ty_import_source_get_name (part->source), where);

  return g_strconcat (place, where, NULL);
}

static void
ty_import_item_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TyImportItem *self = TY_IMPORT_ITEM (object);
  TyImportRow *row = ty_import_item_get_row (self);

  switch ((TyImportItemProps) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, row->name != NULL ? row->name : "—");
      break;
    case PROP_DETAIL:
      g_value_take_string (value, dup_detail (self, row));
      break;
    case PROP_STATE:
      g_value_take_string (value, dup_state (row));
      break;
    case PROP_STATE_WORD:
      g_value_set_string (value, ty_import_state_get_word (row->state));
      break;
    case PROP_ACCEPTABLE:
      g_value_set_boolean (value, row->state == TY_IMPORT_STATE_NEW || row->state == TY_IMPORT_STATE_CHANGED);
      break;
    case PROP_ACCEPTED:
      g_value_set_boolean (value, row->accepted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_import_item_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TyImportRow *row = ty_import_item_get_row (TY_IMPORT_ITEM (object));

  if (prop_id != PROP_ACCEPTED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (row->accepted == g_value_get_boolean (value))
    return;

  row->accepted = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
ty_import_item_finalize (GObject *object)
{
  g_clear_pointer (&TY_IMPORT_ITEM (object)->plan, ty_import_plan_unref);

  G_OBJECT_CLASS (ty_import_item_parent_class)->finalize (object);
}

static void
ty_import_item_class_init (TyImportItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_import_item_get_property;
  object_class->set_property = ty_import_item_set_property;
  object_class->finalize = ty_import_item_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, flags);
  properties[PROP_STATE_WORD] = g_param_spec_string ("state-word", NULL, NULL, NULL, flags);
  properties[PROP_ACCEPTABLE] = g_param_spec_boolean ("acceptable", NULL, NULL, FALSE, flags);
  properties[PROP_ACCEPTED] = g_param_spec_boolean ("accepted", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_import_item_init (TyImportItem *self)
{
}

/**
 * ty_import_item_new:
 * @plan: a plan
 * @place: the place of a row in it
 *
 * Returns: (transfer full): a line of a list, which changes what is accepted in the plan
 */
TyImportItem *
ty_import_item_new (TyImportPlan *plan,
                    guint         place)
{
  TyImportItem *self = g_object_new (TY_TYPE_IMPORT_ITEM, NULL);

  self->plan = ty_import_plan_ref (plan);
  self->place = place;
  return self;
}

/**
 * ty_import_item_update:
 * @self: an item whose row was compared anew or accepted elsewhere
 *
 * Tells that it says something else.
 */
void
ty_import_item_update (TyImportItem *self)
{
  for (guint i = PROP_NAME; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}
