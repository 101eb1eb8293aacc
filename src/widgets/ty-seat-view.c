/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-seat-view"

#include "config.h"

#include "ty-seat-view.h"

#include "ty-portrait-view.h"
#include "ty-tag.h"

#include <glib/gi18n-lib.h>

#define PORTRAIT 32 /* pixels */

/**
 * TySeatView:
 *
 * A seat of a team: who sits there with portrait, or that it is vacant, as a hole that one sees. The
 * whole seat is a button; without an action it is only looked at.
 */
struct _TySeatView
{
  GtkButton parent_instance;

  /* Owned by the child */
  GtkWidget *box;
  GtkWidget *portrait; /* (nullable) */
  GtkWidget *link;     /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TySeatView, ty_seat_view, GTK_TYPE_BUTTON)

static GtkWidget *
make_label (const char *text,
            const char *first_class,
            const char *second_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  return label;
}

static GtkWidget *
make_cut_label (const char *text,
                const char *first_class,
                const char *second_class)
{
  GtkWidget *label = make_label (text, first_class, second_class);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  return label;
}

/* A name is never cut; a post that is vacant goes on in a second line. */
static GtkWidget *
make_title_line (TySeatState  state,
                 const char  *title,
                 const char  *facts)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  if (state == TY_SEAT_VACANT)
    {
      GtkWidget *label = make_cut_label (title, "heading", NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 2);
      gtk_box_append (GTK_BOX (line), label);
      return line;
    }

  gtk_box_append (GTK_BOX (line), make_label (title, "heading", NULL));
  if (facts != NULL)
    gtk_box_append (GTK_BOX (line), make_cut_label (facts, "ty-dense", "dim-label"));
  return line;
}

static GtkWidget *
make_lines (TySeatState  state,
            const char  *title,
            const char  *facts,
            const char  *note)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), make_title_line (state, title, facts));
  if (note != NULL && *note != '\0')
    {
      GtkWidget *label = make_cut_label (note, "ty-dense", state == TY_SEAT_VACANT ? "numeric"
                                                                                   : "dim-label");

      gtk_widget_add_css_class (label, "ty-note");
      gtk_box_append (GTK_BOX (lines), label);
    }
  return lines;
}

static GtkWidget *
make_front (TySeatView  *self,
            TySeatState  state)
{
  GtkWidget *plus;

  if (state != TY_SEAT_VACANT)
    {
      self->portrait = g_object_new (TY_TYPE_PORTRAIT_VIEW, "width", PORTRAIT, "valign",
                                     GTK_ALIGN_CENTER, NULL);
      return self->portrait;
    }

  plus = g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-add-symbolic", "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_size_request (plus, PORTRAIT, -1);
  return plus;
}

static void
tell_name (TySeatView  *self,
           TySeatState  state,
           const char  *title,
           const char  *facts,
           const char  *note)
{
  const char *texts[] = { title, note, facts, state == TY_SEAT_OVER ? _("more than approved") : NULL };
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", texts[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  g_string_free (name, TRUE);
}

/* Without an action there is nothing to press. */
static void
action_cb (TySeatView *self)
{
  gboolean active = gtk_actionable_get_action_name (GTK_ACTIONABLE (self)) != NULL;

  gtk_widget_set_focusable (GTK_WIDGET (self), active);
  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "activatable");
}

static void
ty_seat_view_class_init (TySeatViewClass *klass)
{
}

static void
ty_seat_view_init (TySeatView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_button_set_child (GTK_BUTTON (self), self->box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "ty-seat");
  g_signal_connect (self, "notify::action-name", G_CALLBACK (action_cb), NULL);
  action_cb (self);
}

/**
 * ty_seat_view_new:
 * @state: whether somebody sits there
 * @title: who sits there, or the post that is vacant
 * @facts: (nullable): sex, age and education
 * @note: (nullable): the post, or since when it is vacant and who could fill it
 *
 * Returns: (transfer floating): a seat
 */
GtkWidget *
ty_seat_view_new (TySeatState  state,
                  const char  *title,
                  const char  *facts,
                  const char  *note)
{
  TySeatView *self = g_object_new (TY_TYPE_SEAT_VIEW, NULL);

  gtk_box_append (GTK_BOX (self->box), make_front (self, state));
  gtk_box_append (GTK_BOX (self->box), make_lines (state, title, facts, note));
  if (state == TY_SEAT_OVER)
    gtk_box_append (GTK_BOX (self->box), ty_tag_new (C_("seat", "over"), "neutral"));
  if (state != TY_SEAT_TAKEN)
    gtk_widget_add_css_class (GTK_WIDGET (self), state == TY_SEAT_VACANT ? "vacant" : "over");
  tell_name (self, state, title, facts, note);
  return GTK_WIDGET (self);
}

/**
 * ty_seat_view_set_photo:
 * @self: a seat where somebody sits
 * @photo: (nullable): PNG or JPEG
 */
void
ty_seat_view_set_photo (TySeatView *self,
                        GBytes     *photo)
{
  g_return_if_fail (TY_IS_SEAT_VIEW (self));
  g_return_if_fail (self->portrait != NULL);

  ty_portrait_view_set_photo (TY_PORTRAIT_VIEW (self->portrait), photo, NULL);
}

/**
 * ty_seat_view_set_linked:
 * @self: a seat where somebody sits
 * @linked: whether the same person sits in both committees
 */
void
ty_seat_view_set_linked (TySeatView *self,
                         gboolean    linked)
{
  g_return_if_fail (TY_IS_SEAT_VIEW (self));

  if (linked == (self->link != NULL))
    return;
  if (!linked)
    {
      gtk_box_remove (GTK_BOX (self->box), self->link);
      self->link = NULL;
      return;
    }

  self->link = g_object_new (GTK_TYPE_IMAGE, "icon-name", "ty-link-symbolic", NULL);
  /* In the line of the name: in the other there may be a menu. */
  gtk_widget_set_valign (self->link, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->link, "ty-linked");
  gtk_widget_set_tooltip_text (self->link, _("Sits in both committees"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Sits in both committees"), -1);
  gtk_box_append (GTK_BOX (self->box), self->link);
}
