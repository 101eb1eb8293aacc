/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-village-reserves-card"

#include "config.h"

#include "ty-village-reserves-card.h"

#include "ty-columns-box.h"
#include "ty-section.h"
#include "ty-text.h"
#include "ty-village-reserves.h"
#include "ty-who.h"

#include <glib/gi18n-lib.h>

/* Who could fill what is vacant in a village, one click from the appointment. */

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_name (const TyVillageReserve *reserve)
{
  GtkWidget *button = gtk_button_new_with_label (reserve->name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  /* Its text begins where that of the line below does. */
  gtk_widget_add_css_class (button, "ty-flush");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-person");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", reserve->person);
  return button;
}

static GtkWidget *
make_appoint (const TyVillageReserve *reserve)
{
  GtkWidget *button = gtk_button_new_with_label (_("Appoint…"));
  /* Translators: what a screen reader says of a button: the name of a reserve, and the post */
  g_autofree char *name = g_strdup_printf (_("Appoint %1$s as %2$s"), reserve->name, reserve->post);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "village.appoint");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xs)", reserve->person, reserve->post_key);
  return button;
}

static GtkWidget *
build_reserve (const TyVillageReserve *reserve)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *who = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *what = g_strdup_printf ("%s%s%s", reserve->post, *reserve->source != '\0' ? "　" : "",
                                           reserve->source);
  GtkWidget *facts = make_label (reserve->facts, "ty-dense");

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_hexpand (facts, TRUE);
  gtk_box_append (GTK_BOX (who), make_name (reserve));
  gtk_box_append (GTK_BOX (who), facts);
  gtk_box_append (GTK_BOX (lines), who);
  gtk_box_append (GTK_BOX (lines), make_label (what, "dim-label"));
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (GTK_BOX (row), make_appoint (reserve));
  return row;
}

/* The way to the same people as a roster. */
static GtkWidget *
make_list_button (TyVillageFile *file)
{
  GtkWidget *button = gtk_button_new_with_label (_("As a List"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xss)", file->unit,
                                    ty_who_to_string (TY_WHO_RESERVES),
                                    ty_condition_to_string (TY_CONDITION_NONE));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-unit-roster");
  return button;
}

/**
 * ty_village_reserves_card_build:
 * @file: a village
 *
 * Returns: (transfer floating): who is prepared for a post in it, as a card
 */
GtkWidget *
ty_village_reserves_card_build (TyVillageFile *file)
{
  GtkWidget *card = ty_section_new (_("Reserve cadres"));
  GtkWidget *box;

  if (file->reserves->len == 0)
    {
      GtkWidget *label = make_label (_("Nobody is prepared for a post here."), "dim-label");

      ty_section_set_content (TY_SECTION (card), label);
      return card;
    }

  box = g_object_new (TY_TYPE_COLUMNS_BOX, "max-columns", 3, "column-width", 320, "spacing", 18, NULL);
  for (guint i = 0; i < file->reserves->len; i++)
    ty_columns_box_append (TY_COLUMNS_BOX (box), build_reserve (g_ptr_array_index (file->reserves, i)));
  ty_section_set_suffix (TY_SECTION (card), make_list_button (file));
  ty_section_set_content (TY_SECTION (card), box);
  return card;
}
