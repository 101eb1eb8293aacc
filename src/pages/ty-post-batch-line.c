/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-post-batch"

#include "config.h"

#include "ty-post-batch-private.h"

#include "ty-code-list.h"
#include "ty-pick-finder.h"

/* One line of the document: who, where and what, corrected or searched for. */

static TyPostLine *
get_line (TyPostBatch *self)
{
  int selected = ty_post_batch_get_selected (self);

  return selected >= 0 && (guint) selected < self->lines->len
           ? g_ptr_array_index (self->lines, (guint) selected) : NULL;
}

static void
set_key (TyPickRow  *row,
         gint64      key,
         const char *label)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, key);

  ty_pick_row_set_value (row, key != 0 ? text : NULL, key != 0 ? label : NULL);
}

/* Those whom the line may mean stand first. */
static void
offer (TyPickRow *row,
       GPtrArray *choices)
{
  ty_pick_finder_clear_offered (row);
  for (guint i = 0; i < choices->len; i++)
    {
      const TyPostLineChoice *choice = g_ptr_array_index (choices, i);

      ty_pick_finder_offer (row, choice->key, choice->label, choice->note);
    }
}

static void
row_selected_cb (TyPostBatch   *self,
                 GtkListBoxRow *row,
                 GtkListBox    *list)
{
  TyPostLine *line = self->office != NULL ? get_line (self) : NULL;
  const char *post;
  TyCode *code;

  if (line == NULL)
    return;

  self->filling = TRUE;
  gtk_switch_set_active (self->leave_switch, line->leaves);
  self->filling = FALSE;
  post = line->posts->len > 0 ? g_ptr_array_index (line->posts, 0) : NULL;
  code = ty_code_list_lookup (ty_code_list_get_shipped ("post"), post);
  offer (self->person_row, line->people);
  offer (self->unit_row, line->units);
  set_key (self->person_row, line->person, line->name);
  set_key (self->unit_row, line->unit, line->unit_name);
  ty_pick_row_set_value (self->post_row, post, code == NULL ? NULL
                                               : line->posts->len > 1 ? line->title : ty_code_get_label (code));
}

static gint64
get_key (TyPickRow *row)
{
  const char *key = ty_pick_row_get_value (row);

  return key != NULL ? g_ascii_strtoll (key, NULL, 10) : 0;
}

static void
set_text (char       **text,
          const char  *value)
{
  g_free (*text);
  *text = g_strdup (value != NULL ? value : "");
}

static void
picked_cb (TyPostBatch *self,
           TyPickRow   *row)
{
  TyPostLine *line = get_line (self);

  if (line == NULL)
    return;
  if (row == self->person_row)
    {
      line->person = get_key (row);
      set_text (&line->name, ty_pick_row_get_label (row));
    }
  else if (row == self->unit_row)
    {
      line->unit = get_key (row);
      set_text (&line->unit_name, ty_pick_row_get_label (row));
    }
  else
    {
      g_ptr_array_set_size (line->posts, 0);
      g_ptr_array_add (line->posts, (gpointer) g_intern_string (ty_pick_row_get_value (row)));
      set_text (&line->title, ty_pick_row_get_label (row));
    }
  ty_post_batch_look (self);
}

static void
leave_cb (TyPostBatch *self,
          GParamSpec  *pspec,
          GtkSwitch   *leave_switch)
{
  TyPostLine *line = self->office != NULL && !self->filling ? get_line (self) : NULL;

  if (line == NULL)
    return;

  line->leaves = gtk_switch_get_active (leave_switch);
  ty_post_batch_look (self);
}

/* The row is there for the next one at once. */
static void
added_cb (TyPostBatch *self,
          TyPickRow   *row)
{
  gint64 person = get_key (row);
  g_autofree char *name = g_strdup (ty_pick_row_get_label (row));

  if (person == 0)
    return;
  ty_pick_row_set_value (row, NULL, NULL);
  ty_post_batch_add_person (self, person, name);
}

/**
 * ty_post_batch_settle_added: (skip)
 * @self: a form whose lines were read
 *
 * Says in the line of somebody who was added by search who it is, whoever else has the name, and selects it.
 */
void
ty_post_batch_settle_added (TyPostBatch *self)
{
  TyPostLine *line = self->lines->len > 0 ? g_ptr_array_index (self->lines, self->lines->len - 1) : NULL;

  if (self->added == 0 || line == NULL)
    return;

  line->person = self->added;
  self->added = 0;
  self->select_last = TRUE;
}

/**
 * ty_post_batch_bind_line: (skip)
 * @widget_class: the class of the form
 */
void
ty_post_batch_bind_line (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
}
