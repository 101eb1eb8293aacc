/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-problem-item"

#include "config.h"

#include "ty-problem-item.h"

#include <glib/gi18n-lib.h>

/**
 * TyProblemItem:
 *
 * A problem of an import as a line of a list: its place, its kind in words, what it is.
 */
struct _TyProblemItem
{
  GObject parent_instance;

  /* Owned */
  char *place;
  char *text;
  gboolean error;
};

typedef enum
{
  PROP_PLACE = 1,
  PROP_TEXT,
  PROP_KIND,
} TyProblemItemProps;

static GParamSpec *properties[PROP_KIND + 1];

G_DEFINE_FINAL_TYPE (TyProblemItem, ty_problem_item, G_TYPE_OBJECT)

static void
ty_problem_item_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TyProblemItem *self = TY_PROBLEM_ITEM (object);

  switch ((TyProblemItemProps) prop_id)
    {
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->error ? _("Error") : _("Remark"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_problem_item_finalize (GObject *object)
{
  TyProblemItem *self = TY_PROBLEM_ITEM (object);

  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (ty_problem_item_parent_class)->finalize (object);
}

static void
ty_problem_item_class_init (TyProblemItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_problem_item_get_property;
  object_class->finalize = ty_problem_item_finalize;

  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_problem_item_init (TyProblemItem *self)
{
}

/**
 * ty_problem_item_new:
 * @problem: a problem of an import
 *
 * Returns: (transfer full): a line of a list; it keeps nothing of @problem
 */
TyProblemItem *
ty_problem_item_new (const TyProblem *problem)
{
  TyProblemItem *self = g_object_new (TY_TYPE_PROBLEM_ITEM, NULL);
  g_autofree char *place = ty_problem_dup_place (problem);

  /* An ideographic space parts the place from what stands in the cell. */
  self->place = problem->value != NULL ? g_strconcat (place, "　", problem->value, NULL)
                                       : g_steal_pointer (&place);
  self->text = g_strdup (problem->text);
  self->error = problem->error;
  return self;
}
