/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filter-words"

#include "config.h"

#include "ty-filter-node.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A filter as a sentence. */

#define MOST_LABELS 4 /* values that are named */

static const char *
get_label (TyFilterNode *self,
           guint         number)
{
  const char *label = g_ptr_array_index (self->labels, number);

  return label != NULL ? label : g_ptr_array_index (self->values, number);
}

static char *
dup_values (TyFilterNode *self,
            guint         first)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  guint n = self->values->len - first;

  for (guint i = first; i < self->values->len && labels->len < MOST_LABELS; i++)
    g_ptr_array_add (labels, (gpointer) get_label (self, i));
  g_ptr_array_add (labels, NULL);
  /* Translators: stands between values, one of which somebody must have */
  joined = g_strjoinv (C_("filter", "/"), (char **) labels->pdata);
  if (n <= MOST_LABELS)
    return g_steal_pointer (&joined);

  /* Translators: some values of a filter, and how many they are in all */
  return g_strdup_printf (ngettext ("%s … (%u in all)", "%s … (%u in all)", n), joined, n);
}

static char *
dup_age (TyFilterNode *self)
{
  const char *first = self->values->len > 0 ? g_ptr_array_index (self->values, 0) : "";
  const char *second = self->values->len > 1 ? g_ptr_array_index (self->values, 1) : "";

  if (self->how == TY_FILTER_BETWEEN)
    /* Translators: ages */
    return g_strdup_printf (_("%s to %s years old"), first, second);
  if (self->how == TY_FILTER_AT_LEAST)
    return g_strdup_printf (_("%s years old and over"), first);
  return g_strdup_printf (_("%s years old and under"), first);
}

static char *
dup_years (TyFilterNode *self)
{
  const char *first = self->values->len > 0 ? g_ptr_array_index (self->values, 0) : "";
  const char *second = self->values->len > 1 ? g_ptr_array_index (self->values, 1) : "";
  const char *label = _(self->field->label);

  if (strcmp (self->field->key, "age") == 0)
    return dup_age (self);
  if (self->how == TY_FILTER_BETWEEN)
    /* Translators: what is counted in years, such as “Years in the party”, and from how many to how many */
    return g_strdup_printf (_("%s: %s to %s"), label, first, second);
  if (self->how == TY_FILTER_AT_LEAST)
    return g_strdup_printf (_("%s: %s and more"), label, first);
  return g_strdup_printf (_("%s: %s and fewer"), label, first);
}

static char *
dup_text (TyFilterNode *self)
{
  const char *label = _(self->field->label);
  gboolean rows = self->field->kind == TY_FILTER_ROWS;

  if (self->how == TY_FILTER_CONTAINS)
    return g_strdup_printf (_("%s contains “%s”"), label,
                            self->values->len > 0 ? (char *) g_ptr_array_index (self->values, 0) : "");
  if (self->how == TY_FILTER_FILLED)
    /* Translators: a field of a filter, such as “Honour”: there is at least one */
    return rows ? g_strdup_printf (C_("filter", "%s: any"), label)
                : g_strdup_printf (C_("filter", "%s: filled in"), label);
  return rows ? g_strdup_printf (C_("filter", "%s: none"), label)
              : g_strdup_printf (C_("filter", "%s: not filled in"), label);
}

static char *
dup_choice (TyFilterNode *self)
{
  g_autofree char *values = dup_values (self, 0);

  /* These say by themselves what they are. */
  if (self->field->source == TY_FILTER_OF_WHO || self->field->source == TY_FILTER_OF_CONDITIONS
      || self->field->kind == TY_FILTER_UNIT || strcmp (self->field->key, "sex") == 0
      || strcmp (self->field->key, "post") == 0)
    return g_steal_pointer (&values);

  /* Translators: a field of a filter and its values */
  return g_strdup_printf (C_("filter", "%s: %s"), _(self->field->label), values);
}

static char *
dup_result (TyFilterNode *self)
{
  const char *year = self->values->len > 0 ? g_ptr_array_index (self->values, 0) : "";
  g_autofree char *values = self->values->len > 1 ? dup_values (self, 1) : g_strdup ("");

  if (*year == '\0')
    return g_strdup_printf (C_("filter", "%s: %s"), _(self->field->label), values);
  /* Translators: a year, and what the annual appraisal of that year resulted in */
  return g_strdup_printf (_("Annual result of %s: %s"), year, values);
}

/* Whether somebody is on a list is said in other words than what somebody is. */
static char *
dup_list (TyFilterNode *self)
{
  g_autofree char *names = dup_values (self, 0);

  if (self->negated)
    /* Translators: a condition of a filter: the names of lists on none of which somebody is */
    return g_strdup_printf (C_("filter", "not on the list “%s”"), names);
  return g_strdup_printf (C_("filter", "on the list “%s”"), names);
}

static char *
dup_condition (TyFilterNode *self)
{
  if (self->other != NULL)
    return g_strdup (self->labels->len > 0 ? get_label (self, 0) : _("a condition that is not shown here"));
  switch (self->field->kind)
    {
    case TY_FILTER_YEARS:
      return dup_years (self);
    case TY_FILTER_TEXT:
    case TY_FILTER_ROWS:
      return dup_text (self);
    case TY_FILTER_RESULT:
      return dup_result (self);
    case TY_FILTER_CHOICE:
    case TY_FILTER_UNIT:
    default:
      return dup_choice (self);
    }
}

static char *dup_node (TyFilterNode *self,
                       gboolean      outermost);

static char *
dup_group (TyFilterNode *self,
           guint        *n)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->children->len; i++)
    {
      TyFilterNode *child = g_ptr_array_index (self->children, i);

      if (!ty_filter_node_is_empty (child))
        g_ptr_array_add (parts, dup_node (child, FALSE));
    }
  *n = parts->len;
  g_ptr_array_add (parts, NULL);
  /* Translators: stand between the conditions of a filter */
  return g_strjoinv (self->any ? C_("filter", " or ") : C_("filter", " and "), (char **) parts->pdata);
}

static char *
dup_node (TyFilterNode *self,
          gboolean      outermost)
{
  g_autofree char *text = NULL;
  guint n = 1;

  if (self->children == NULL && self->field != NULL && self->field->source == TY_FILTER_OF_LISTS)
    return dup_list (self);

  text = self->children != NULL ? dup_group (self, &n) : dup_condition (self);
  if (n > 1 && (!outermost || self->negated))
    {
      /* Translators: brackets around several conditions of a filter */
      char *bracketed = g_strdup_printf (C_("filter", "(%s)"), text);

      g_free (text);
      text = bracketed;
    }
  if (!self->negated)
    return g_steal_pointer (&text);

  /* Translators: who does not meet a condition, such as “not women” */
  return g_strdup_printf (C_("filter", "not %s"), text);
}

/**
 * ty_filter_node_dup_text:
 * @self: a filter, or a condition with a field
 *
 * Returns: (transfer full): what it asks for, as a sentence in the user’s language
 */
char *
ty_filter_node_dup_text (TyFilterNode *self)
{
  return ty_filter_node_is_empty (self) ? g_strdup ("") : dup_node (self, TRUE);
}
