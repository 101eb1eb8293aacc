/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-post-editor"

#include "config.h"

#include "ty-post-editor-private.h"

#include "ty-form-row.h"

#include <glib/gi18n-lib.h>

/* What follows from a change: sentences, and what may end with it, to be ticked. */

static void
toggled_cb (TyPostEditor   *self,
            GtkCheckButton *check)
{
  ty_post_editor_look (self);
}

static gboolean
is_same_end (const TyPostEnd *a,
             const TyPostEnd *b)
{
  return a->reserve == b->reserve && a->person == b->person && a->id == b->id;
}

/* What was ticked or not stays so as long as it is offered. */
static gboolean
should_end (TyPostEditor     *self,
            const TyPostNote *note)
{
  for (guint i = 0; i < self->ends->len; i++)
    if (is_same_end (&g_array_index (self->ends, TyPostNote, i).end, &note->end))
      return gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
  if (self->chosen.id != 0 && note->kind == TY_POST_NOTE_OWN && self->move != TY_MOVE_TRANSFER)
    return is_same_end (&self->chosen, &note->end);

  return note->proposed;
}

static gboolean
is_end (const TyPostNote *note)
{
  return note->kind == TY_POST_NOTE_OWN || note->kind == TY_POST_NOTE_OFFER;
}

static gboolean
has_same_ends (TyPostEditor *self,
               GPtrArray    *notes)
{
  guint n = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const TyPostNote *note = g_ptr_array_index (notes, i);

      if (!is_end (note))
        continue;
      if (n >= self->ends->len
          || !is_same_end (&g_array_index (self->ends, TyPostNote, n).end, &note->end))
        return FALSE;
      n++;
    }
  return n == self->ends->len;
}

/* Of several people it is said who each line is about. */
static char *
dup_note_text (TyPostEditor     *self,
               const TyPostNote *note)
{
  if (self->people->len < 2)
    return g_strdup (note->text);

  return g_strdup_printf (_("%s: %s"), (char *) g_ptr_array_index (self->names, note->change), note->text);
}

static GtkWidget *
make_check_row (TyPostEditor     *self,
                const TyPostNote *note,
                gboolean          active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *text = dup_note_text (self, note);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  return row;
}

static void
fill_ends (TyPostEditor *self,
           GPtrArray    *notes)
{
  g_autofree gboolean *active = g_new0 (gboolean, notes->len + 1);

  for (guint i = 0; i < notes->len; i++)
    active[i] = is_end (g_ptr_array_index (notes, i)) && should_end (self, g_ptr_array_index (notes, i));
  for (guint i = 0; i < self->check_rows->len; i++)
    adw_preferences_group_remove (self->own_group, g_ptr_array_index (self->check_rows, i));
  g_ptr_array_set_size (self->check_rows, 0);
  g_ptr_array_set_size (self->checks, 0);
  g_array_set_size (self->ends, 0);
  for (guint i = 0; i < notes->len; i++)
    {
      TyPostNote *note = g_ptr_array_index (notes, i);
      TyPostNote kept = *note;
      GtkWidget *row;

      if (!is_end (note))
        continue;
      kept.text = NULL;
      row = make_check_row (self, note, active[i]);
      adw_preferences_group_add (self->own_group, row);
      g_ptr_array_add (self->check_rows, row);
      g_array_append_val (self->ends, kept);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->own_group), self->ends->len > 0);
}

static void
fill_notes (TyPostEditor *self,
            GPtrArray    *notes)
{
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->notes))) != NULL)
    gtk_box_remove (self->notes, child);
  for (guint i = 0; i < notes->len; i++)
    {
      const TyPostNote *note = g_ptr_array_index (notes, i);
      g_autofree char *text = NULL;

      if (is_end (note))
        continue;
      text = dup_note_text (self, note);
      gtk_box_append (self->notes, ty_form_row_make_note (text, note->kind == TY_POST_NOTE_WARN));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->notes_group), n > 0);
}

/**
 * ty_post_editor_show_notes: (skip)
 * @self: a form
 * @notes: (element-type TyPostNote): what follows from what stands in it
 *
 * Shows them.
 *
 * Returns: whether the same is offered to end as before; else it has to be asked anew what follows
 */
gboolean
ty_post_editor_show_notes (TyPostEditor *self,
                           GPtrArray    *notes)
{
  fill_notes (self, notes);
  if (has_same_ends (self, notes))
    return TRUE;

  fill_ends (self, notes);
  return FALSE;
}
