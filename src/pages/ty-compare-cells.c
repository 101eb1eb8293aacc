/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-compare-cells"

#include "config.h"

#include "ty-compare-cells.h"

#include "ty-portrait-view.h"
#include "ty-tag.h"
#include "ty-whole-words.h"
#include "ty-wrap-box.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PORTRAIT_WIDTH 56

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  ty_whole_words_keep (GTK_LABEL (label));
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_key (GtkEventController *keys,
         const char         *key,
         const char         *action,
         GVariant           *target)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key),
                                            gtk_named_action_new (action));

  gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/* Where somebody stands, and whether at all, by the keys of the name; the mouse has a button for it. */
static void
add_keys (GtkWidget *name,
          gint64     person)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  add_key (keys, "Delete", "compare.remove", g_variant_new_int64 (person));
  add_key (keys, "<Control>Left", "compare.move", g_variant_new ("(xi)", person, -1));
  add_key (keys, "<Control>Right", "compare.move", g_variant_new ("(xi)", person, 1));
  gtk_widget_add_controller (name, keys);
}

static GtkWidget *
make_name (const char *text,
           gint64      person)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-link");
  gtk_widget_add_css_class (button, "title-4");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Open the file. Delete takes the person out, Ctrl with the left and "
                                         "right arrow moves"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-person");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", person);
  add_keys (button, person);
  return button;
}

static GtkWidget *
make_icon_button (const char *icon_name,
                  const char *what,
                  const char *name,
                  const char *action,
                  GVariant   *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  /* Translators: what a button does, and the name of the person: “Take out: 张晓明” */
  g_autofree char *label = g_strdup_printf (C_("button", "%s: %s"), what, name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-small");
  gtk_widget_set_tooltip_text (button, what);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
make_buttons (const char *name,
              gint64      person,
              gboolean    first,
              gboolean    last)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *left = make_icon_button ("go-previous-symbolic", _("Move to the left"), name, "compare.move",
                                      g_variant_new ("(xi)", person, -1));
  GtkWidget *right = make_icon_button ("go-next-symbolic", _("Move to the right"), name, "compare.move",
                                       g_variant_new ("(xi)", person, 1));

  gtk_widget_set_sensitive (left, !first);
  gtk_widget_set_sensitive (right, !last);
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), right);
  gtk_box_append (GTK_BOX (box), make_icon_button ("window-close-symbolic", _("Take out of the comparison"),
                                                   name, "compare.remove",
                                                   g_variant_new_int64 (person)));
  gtk_widget_add_css_class (box, "ty-compare-buttons");
  return box;
}

/**
 * ty_compare_head_new:
 * @file: everything about a person
 * @first: whether nobody stands at the left
 * @last: whether nobody stands at the right
 *
 * Returns: (transfer floating): the portrait and the name, above what is told
 */
GtkWidget *
ty_compare_head_new (TyPersonFile *file,
                     gboolean      first,
                     gboolean      last)
{
  TyRecord *record = TY_RECORD (file->person);
  gint64 person = ty_record_get_integer (record, TY_PERSON_ID);
  const char *name = ty_record_get_text (record, TY_PERSON_NAME);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *portrait = g_object_new (TY_TYPE_PORTRAIT_VIEW, "width", PORTRAIT_WIDTH, NULL);

  ty_portrait_view_set_photo (TY_PORTRAIT_VIEW (portrait), file->photo, name);
  gtk_widget_set_valign (portrait, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (side), make_name (name != NULL ? name : "", person));
  gtk_box_append (GTK_BOX (side), make_buttons (name != NULL ? name : "", person, first, last));
  gtk_widget_set_valign (side, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), portrait);
  gtk_box_append (GTK_BOX (head), side);
  gtk_widget_add_css_class (head, "ty-compare-head");
  return head;
}

static GtkWidget *
make_tags (TyPersonFile *file)
{
  GtkWidget *box = ty_wrap_box_new (4);

  for (guint i = 0; i < TY_N_PERSON_TAGS; i++)
    if ((file->tags & TY_PERSON_TAG_BIT (i)) != 0)
      ty_wrap_box_append (TY_WRAP_BOX (box), ty_tag_new (ty_person_tag_get_label (i),
                                                         ty_person_tag_get_look (i)));
  return box;
}

/* The time above what was done then, along a line. */
static GtkWidget *
make_time_line (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto(GStrv) parts = g_strsplit (lines[i], "　", 2);
      GtkWidget *step = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *time = make_label (parts[0], "caption");

      gtk_widget_add_css_class (time, "dim-label");
      gtk_widget_add_css_class (time, "numeric");
      gtk_box_append (GTK_BOX (step), time);
      if (parts[1] != NULL)
        gtk_box_append (GTK_BOX (step), make_label (parts[1], NULL));
      gtk_widget_add_css_class (step, "ty-compare-step");
      gtk_box_append (GTK_BOX (box), step);
    }
  return box;
}

/**
 * ty_compare_cell_new:
 * @fact: what is told
 * @file: everything about a person
 * @as_of: the cut-off date
 *
 * Returns: (transfer floating): what it is of the person
 */
GtkWidget *
ty_compare_cell_new (TyCompareFact  fact,
                     TyPersonFile  *file,
                     TyDate         as_of)
{
  g_autofree char *text = ty_compare_fact_dup_text (fact, file, as_of);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *content;

  if (*text == '\0')
    content = make_label ("—", "dim-label");
  else if (fact == TY_COMPARE_TAGS)
    content = make_tags (file);
  else if (fact == TY_COMPARE_RESUME)
    content = make_time_line (text);
  else
    content = make_label (text, "numeric");
  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (cell), content);
  gtk_widget_add_css_class (cell, "ty-compare-cell");
  gtk_widget_add_css_class (cell, "ty-dense");
  return cell;
}
