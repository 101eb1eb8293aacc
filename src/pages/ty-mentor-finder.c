/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-mentor-finder"

#include "config.h"

#include "ty-mentor-finder.h"

#include "ty-mentor.h"
#include "ty-office-lists.h"
#include "ty-office-mentors.h"
#include "ty-settings.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

/* Who could be a mentor by the records: the rules, who fits them and why, and how many mentees each shall have.
 * Whoever stays chosen enters the pool, all as one action. The rules are remembered. */

#define MOST_SHOWN 300
#define MOST_MENTEES 30
#define USUAL_MENTEES 2
#define KEY_RULES "mentor-rules"
#define KEY_FINDER "ty-mentor-finder"

typedef struct
{
  const TyMentorProposal *proposal; /* (unowned) */
  GtkCheckButton *chosen;
} Line;

typedef struct
{
  TyPairingForm *window; /* (unowned) */
  GtkSwitch *wanted[TY_N_MENTOR_RULES];
  GtkSpinButton *years[TY_N_MENTOR_RULES];
  AdwComboRow *list;
  GArray *list_keys;     /* (element-type gint64): by place in the choice, the first is none */
  GtkSpinButton *capacity;
  AdwPreferencesGroup *found;
  GtkListBox *box;
  GPtrArray *proposals;  /* (nullable) (element-type TyMentorProposal) */
  GArray *lines;         /* (element-type Line) */
  GCancellable *cancellable; /* (nullable) */
  gboolean filling;
} Finder;

static void
finder_free (gpointer data)
{
  Finder *finder = data;

  for (guint i = 0; i < TY_N_MENTOR_RULES; i++)
    {
      g_signal_handlers_disconnect_by_data (finder->years[i], finder);
      g_signal_handlers_disconnect_by_data (finder->wanted[i], finder);
    }
  g_signal_handlers_disconnect_by_data (finder->list, finder);
  g_object_set_data (G_OBJECT (finder->window), KEY_FINDER, NULL);
  g_cancellable_cancel (finder->cancellable);
  g_clear_object (&finder->cancellable);
  g_clear_pointer (&finder->proposals, g_ptr_array_unref);
  g_array_unref (finder->list_keys);
  g_array_unref (finder->lines);
  g_free (finder);
}

static void
read_rules (Finder        *finder,
            TyMentorRules *rules)
{
  guint place = adw_combo_row_get_selected (finder->list);

  ty_mentor_rules_init (rules);
  for (guint i = 0; i < TY_N_MENTOR_RULES; i++)
    {
      rules->wanted[i] = gtk_switch_get_active (finder->wanted[i]);
      rules->years[i] = (guint) gtk_spin_button_get_value_as_int (finder->years[i]);
    }
  if (place < finder->list_keys->len)
    rules->list = g_array_index (finder->list_keys, gint64, place);
}

/* What is as usual is not remembered. */
static void
remember_rules (const TyMentorRules *rules)
{
  GVariantBuilder builder;
  TyMentorRules usual;

  ty_mentor_rules_init (&usual);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{si}"));
  for (guint i = 0; i < TY_N_MENTOR_RULES; i++)
    if (rules->wanted[i] != usual.wanted[i] || rules->years[i] != usual.years[i])
      g_variant_builder_add (&builder, "{si}", ty_mentor_rule_to_string (i),
                             rules->wanted[i] ? (int) rules->years[i] : -(int) rules->years[i] - 1);
  g_settings_set_value (ty_settings_get (), KEY_RULES, g_variant_builder_end (&builder));
}

static void
recall_rules (TyMentorRules *rules)
{
  g_autoptr(GVariant) kept = g_settings_get_value (ty_settings_get (), KEY_RULES);

  ty_mentor_rules_init (rules);
  for (guint i = 0; i < TY_N_MENTOR_RULES; i++)
    {
      int years;

      if (!g_variant_lookup (kept, ty_mentor_rule_to_string (i), "i", &years))
        continue;
      rules->wanted[i] = years >= 0;
      rules->years[i] = (guint) CLAMP (years >= 0 ? years : -years - 1, 0, TY_MENTOR_MOST_YEARS);
    }
}

static void
add_line (Finder                 *finder,
          const TyMentorProposal *proposal)
{
  GtkWidget *row = adw_action_row_new ();
  Line line = { proposal, GTK_CHECK_BUTTON (gtk_check_button_new ()) };
  g_autofree char *name = g_markup_escape_text (proposal->name, -1);
  /* Translators: where somebody works, and why the person could be a mentor */
  g_autofree char *text = g_strdup_printf (_("%s · %s"), proposal->unit_name != NULL ? proposal->unit_name : "—",
                                           proposal->reason);
  g_autofree char *subtitle = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_check_button_set_active (line.chosen, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (line.chosen), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line.chosen), GTK_ACCESSIBLE_PROPERTY_LABEL, proposal->name, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (line.chosen));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (line.chosen));
  gtk_list_box_append (finder->box, row);
  g_array_append_val (finder->lines, line);
}

static void
clear_lines (Finder *finder)
{
  GtkWidget *row;

  g_array_set_size (finder->lines, 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (finder->box))) != NULL)
    gtk_list_box_remove (finder->box, row);
}

static void
show_found (Finder *finder)
{
  guint n = finder->proposals->len;
  g_autofree char *all = ty_text_format_count (n);
  g_autofree char *text = NULL;

  clear_lines (finder);
  for (guint i = 0; i < MIN (n, MOST_SHOWN); i++)
    add_line (finder, g_ptr_array_index (finder->proposals, i));
  if (n == 0)
    text = g_strdup (_("By these rules nobody is proposed who is not in the pool yet."));
  else if (n > MOST_SHOWN)
    text = g_strdup_printf (_("%s people, of whom the first %u are shown. Add these, or narrow the rules."), all,
                            MOST_SHOWN);
  else
    text = g_strdup_printf (ngettext ("%s person", "%s people", n), all);
  adw_preferences_group_set_description (finder->found, text);
  gtk_widget_set_visible (GTK_WIDGET (finder->box), n > 0);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) proposals = ty_office_propose_mentors_finish (TY_OFFICE (source), result, &error);
  Finder *finder;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  finder = user_data;
  if (proposals == NULL)
    {
      ty_pairing_form_fail (finder->window, error->message, NULL);
      return;
    }
  clear_lines (finder);
  g_clear_pointer (&finder->proposals, g_ptr_array_unref);
  finder->proposals = g_steal_pointer (&proposals);
  show_found (finder);
}

static void
look (Finder *finder)
{
  TyMentorRules rules;

  if (finder->filling)
    return;
  read_rules (finder, &rules);
  remember_rules (&rules);
  g_cancellable_cancel (finder->cancellable);
  g_clear_object (&finder->cancellable);
  finder->cancellable = g_cancellable_new ();
  ty_office_propose_mentors_async (ty_pairing_form_get_office (finder->window), &rules, finder->cancellable, found_cb,
                                   finder);
}

static void
lists_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lists = ty_office_list_lists_finish (TY_OFFICE (source), result, &error);
  g_autoptr(TyPairingForm) window = TY_PAIRING_FORM (user_data);
  Finder *finder = g_object_get_data (G_OBJECT (window), KEY_FINDER);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  if (finder == NULL || lists == NULL)
    return;
  /* Translators: no named list */
  gtk_string_list_append (names, C_("list", "None"));
  for (guint i = 0; i < lists->len; i++)
    {
      const TyListEntry *entry = g_ptr_array_index (lists, i);
      gint64 key = ty_list_entry_get_key (entry);

      gtk_string_list_append (names, ty_list_entry_get_name (entry));
      g_array_append_val (finder->list_keys, key);
    }
  finder->filling = TRUE;
  adw_combo_row_set_model (finder->list, G_LIST_MODEL (names));
  finder->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (finder->list), lists->len > 0);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TyPairingForm) window = TY_PAIRING_FORM (user_data);
  g_autoptr(GError) error = NULL;

  ty_office_add_mentors_finish (TY_OFFICE (source), result, &error);
  ty_pairing_form_end (window, error);
}

static GPtrArray *
make_rows (Finder *finder)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  TyOffice *office = ty_pairing_form_get_office (finder->window);

  for (guint i = 0; i < finder->lines->len; i++)
    {
      const Line *line = &g_array_index (finder->lines, Line, i);
      TyRecord *row;

      if (!gtk_check_button_get_active (line->chosen))
        continue;
      row = ty_record_new (&ty_mentor_info);
      ty_record_set_integer (row, TY_MENTOR_PERSON, line->proposal->person);
      if (line->proposal->unit != 0)
        ty_record_set_integer (row, TY_MENTOR_UNIT, line->proposal->unit);
      ty_record_set_text (row, TY_MENTOR_LEVEL, line->proposal->level);
      ty_record_set_date (row, TY_MENTOR_FROM_DATE, ty_office_get_as_of (office));
      ty_record_set_integer (row, TY_MENTOR_CAPACITY, gtk_spin_button_get_value_as_int (finder->capacity));
      ty_record_set_text (row, TY_MENTOR_NOTE, line->proposal->reason);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static void
save (TyPairingForm *form,
      gpointer       data)
{
  Finder *finder = data;
  g_autoptr(GPtrArray) rows = make_rows (finder);
  g_autofree char *n = ty_text_format_count (rows->len);

  if (rows->len == 0)
    {
      ty_pairing_form_fail (form, _("Choose who shall enter the pool of mentors."), NULL);
      return;
    }
  ty_pairing_form_begin (form, g_strdup_printf (ngettext ("%s person entered the pool of mentors.",
                                                          "%s people entered the pool of mentors.", rows->len), n));
  ty_office_add_mentors_async (ty_pairing_form_get_office (form), rows, NULL, added_cb, g_object_ref (form));
}

static GtkSpinButton *
make_spin (int         least,
           int         most,
           int         value,
           const char *label)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (spin, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_SPIN_BUTTON (spin);
}

static void
add_rule (Finder              *finder,
          GtkWidget           *group,
          TyMentorRule         rule,
          const TyMentorRules *rules)
{
  GtkWidget *row = adw_action_row_new ();
  const char *label = ty_mentor_rule_get_label (rule);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), ty_mentor_rule_get_years_label (rule));
  finder->years[rule] = make_spin (0, TY_MENTOR_MOST_YEARS, (int) rules->years[rule],
                                   ty_mentor_rule_get_years_label (rule));
  finder->wanted[rule] = GTK_SWITCH (gtk_switch_new ());
  gtk_switch_set_active (finder->wanted[rule], rules->wanted[rule]);
  gtk_widget_set_valign (GTK_WIDGET (finder->wanted[rule]), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (finder->wanted[rule]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (finder->years[rule]));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (finder->wanted[rule]));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (finder->years[rule], "value-changed", G_CALLBACK (look), finder);
  g_signal_connect_swapped (finder->wanted[rule], "notify::active", G_CALLBACK (look), finder);
}

static void
add_rules_group (Finder *finder)
{
  GtkWidget *group = adw_preferences_group_new ();
  TyMentorRules rules;

  recall_rules (&rules);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Who is proposed"));
  for (guint i = 0; i < TY_N_MENTOR_RULES; i++)
    add_rule (finder, group, i, &rules);
  finder->list = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (finder->list), _("Everybody on a named list"));
  gtk_widget_set_sensitive (GTK_WIDGET (finder->list), FALSE);
  g_signal_connect_swapped (finder->list, "notify::selected", G_CALLBACK (look), finder);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (finder->list));
  ty_pairing_form_add_group (finder->window, group);
}

static void
add_found_group (Finder *finder)
{
  GtkWidget *room = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *group = adw_preferences_group_new ();

  finder->capacity = make_spin (0, MOST_MENTEES, USUAL_MENTEES, _("Mentees at once"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Mentees at once"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (finder->capacity));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (room), row);
  ty_pairing_form_add_group (finder->window, room);

  finder->found = ADW_PREFERENCES_GROUP (group);
  finder->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (finder->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (finder->box), "boxed-list");
  gtk_widget_set_visible (GTK_WIDGET (finder->box), FALSE);
  adw_preferences_group_set_title (finder->found, _("Proposed"));
  adw_preferences_group_add (finder->found, GTK_WIDGET (finder->box));
  ty_pairing_form_add_group (finder->window, group);
}

/**
 * ty_mentor_finder_new:
 * @office: an open office
 *
 * Returns: (transfer floating): a form that proposes mentors by the records
 */
TyPairingForm *
ty_mentor_finder_new (TyOffice *office)
{
  Finder *finder = g_new0 (Finder, 1);

  finder->list_keys = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_array_set_size (finder->list_keys, 1);
  finder->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  finder->window = ty_pairing_form_new (office, _("Mentors by the Records"), NULL, _("_Add to the Pool"), save, finder,
                                        finder_free);
  finder->filling = TRUE;
  add_rules_group (finder);
  add_found_group (finder);
  finder->filling = FALSE;
  g_object_set_data (G_OBJECT (finder->window), KEY_FINDER, finder);
  ty_office_list_lists_async (office, NULL, lists_cb, g_object_ref (finder->window));
  look (finder);
  return finder->window;
}
