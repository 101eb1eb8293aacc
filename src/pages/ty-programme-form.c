/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-programme-form"

#include "config.h"

#include "ty-programme-form.h"

#include "ty-code-list.h"
#include "ty-field-row.h"
#include "ty-pairing-need.h"
#include "ty-programme-need.h"
#include "ty-programme-weight.h"
#include "ty-programme.h"

#include <glib/gi18n-lib.h>

/* A programme: who helps, how often the two talk, who needs help and how urgently, and by what it is told how
 * well two fit. */

#define MOST_URGENT 8
#define MOST_THRESHOLD 10000000
#define USUAL_KEEP 200

static const guint fields[] = {
  TY_PROGRAMME_NAME, TY_PROGRAMME_LEVEL, TY_PROGRAMME_LEVEL_ONLY, TY_PROGRAMME_SUPERIOR, TY_PROGRAMME_CAPACITY,
  TY_PROGRAMME_TALKS, TY_PROGRAMME_MONTHS, TY_PROGRAMME_KEEP, TY_PROGRAMME_FROM_DATE, TY_PROGRAMME_UNTIL_DATE,
  TY_PROGRAMME_NOTE,
};

typedef struct
{
  const char *kind;         /* (unowned) */
  GtkSwitch *wanted;
  GtkSpinButton *urgency;
  GtkSpinButton *threshold; /* (nullable) */
} Need;

typedef struct
{
  TyProgrammeRules *stored; /* (nullable) */
  TyPairingForm *window;    /* (unowned) */
  TyFieldRow *rows[G_N_ELEMENTS (fields)];
  GArray *needs;            /* (element-type Need) */
  GtkSpinButton *weights[TY_N_FIT_CRITERIA];
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    ty_field_row_free (form->rows[i]);
  g_clear_pointer (&form->stored, ty_programme_rules_free);
  g_array_unref (form->needs);
  g_free (form);
}

static void
add_needs (Form             *form,
           TyProgrammeRules *rules)
{
  for (guint i = 0; i < form->needs->len; i++)
    {
      const Need *need = &g_array_index (form->needs, Need, i);
      TyRecord *row;

      if (!gtk_switch_get_active (need->wanted))
        continue;
      row = ty_record_new (&ty_programme_need_info);
      ty_record_set_text (row, TY_PROGRAMME_NEED_KIND, need->kind);
      ty_record_set_integer (row, TY_PROGRAMME_NEED_URGENCY, gtk_spin_button_get_value_as_int (need->urgency));
      if (need->threshold != NULL)
        ty_record_set_integer (row, TY_PROGRAMME_NEED_THRESHOLD,
                               gtk_spin_button_get_value_as_int (need->threshold));
      g_ptr_array_add (rules->needs, row);
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  return g_strcmp0 (ty_record_get_text (*(TyRecord *const *) a, 1), ty_record_get_text (*(TyRecord *const *) b, 1));
}

/* What has the usual weight is not written. */
static void
add_weights (Form             *form,
             TyProgrammeRules *rules)
{
  TyFitRules usual;

  ty_fit_rules_init (&usual);
  for (guint i = 0; i < TY_N_FIT_CRITERIA; i++)
    {
      int weight = gtk_spin_button_get_value_as_int (form->weights[i]);
      TyRecord *row;

      if (weight == usual.weights[i])
        continue;
      row = ty_record_new (&ty_programme_weight_info);
      ty_record_set_text (row, TY_PROGRAMME_WEIGHT_CRITERION, ty_fit_criterion_to_string (i));
      ty_record_set_integer (row, TY_PROGRAMME_WEIGHT_WEIGHT, weight);
      g_ptr_array_add (rules->weights, row);
    }
  /* In the order in which they are read, so that what was not changed is not written. */
  g_ptr_array_sort (rules->needs, compare_rows);
  g_ptr_array_sort (rules->weights, compare_rows);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TyPairingForm) window = TY_PAIRING_FORM (user_data);
  g_autoptr(GError) error = NULL;

  ty_office_save_programme_finish (TY_OFFICE (source), result, &error);
  ty_pairing_form_end (window, error);
}

static void
save (TyPairingForm *window,
      gpointer       data)
{
  Form *form = data;
  g_autoptr(TyProgrammeRules) rules = form->stored != NULL ? ty_programme_rules_dup (form->stored)
                                                           : ty_programme_rules_new ();
  const char *name;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!ty_field_row_apply (form->rows[i], rules->programme))
      {
        gtk_widget_grab_focus (ty_field_row_get_widget (form->rows[i]));
        return;
      }
  name = ty_record_get_text (rules->programme, TY_PROGRAMME_NAME);
  if (name == NULL || *name == '\0')
    {
      ty_pairing_form_fail (window, _("Enter what the programme is called."),
                            ty_field_row_get_widget (form->rows[0]));
      return;
    }

  g_ptr_array_set_size (rules->needs, 0);
  g_ptr_array_set_size (rules->weights, 0);
  add_needs (form, rules);
  add_weights (form, rules);
  /* Translators: the name of a programme */
  ty_pairing_form_begin (window, g_strdup_printf (_("The programme “%s” was saved."), name));
  ty_office_save_programme_async (ty_pairing_form_get_office (window), form->stored, rules, NULL, saved_cb,
                                  g_object_ref (window));
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
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 4);
  gtk_widget_set_tooltip_text (spin, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_SPIN_BUTTON (spin);
}

static TyRecord *
find_row (GPtrArray  *rows,
          const char *key)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_strcmp0 (ty_record_get_text (g_ptr_array_index (rows, i), 1), key) == 0)
      return g_ptr_array_index (rows, i);
  return NULL;
}

static void
add_need_row (Form       *form,
              GtkWidget  *group,
              TyCode     *code)
{
  TyRecord *row = form->stored != NULL ? find_row (form->stored->needs, ty_code_get_key (code)) : NULL;
  GtkWidget *line = adw_action_row_new ();
  g_autofree char *limit = ty_pairing_need_dup_threshold_label (ty_code_get_key (code));
  /* Translators: of a need */
  g_autofree char *urgency = g_strdup_printf (_("%s: how urgent, the greatest first"), ty_code_get_label (code));
  Need need = { ty_code_get_key (code), GTK_SWITCH (gtk_switch_new ()), NULL, NULL };

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), ty_code_get_label (code));
  if (limit != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (line), limit);
  gtk_switch_set_active (need.wanted, row != NULL);
  gtk_widget_set_valign (GTK_WIDGET (need.wanted), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (need.wanted), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ty_code_get_label (code), -1);
  need.urgency = make_spin (1, MOST_URGENT, row != NULL
                              ? (int) ty_record_get_integer (row, TY_PROGRAMME_NEED_URGENCY) : 1, urgency);
  if (limit != NULL)
    {
      need.threshold = make_spin (0, MOST_THRESHOLD, row != NULL
                                    ? (int) ty_record_get_integer (row, TY_PROGRAMME_NEED_THRESHOLD) : 0, limit);
      adw_action_row_add_suffix (ADW_ACTION_ROW (line), GTK_WIDGET (need.threshold));
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), GTK_WIDGET (need.urgency));
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), GTK_WIDGET (need.wanted));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), line);
  g_array_append_val (form->needs, need);
}

static void
add_needs_group (Form *form)
{
  TyCodeList *list = ty_code_list_get_shipped ("need_kind");
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Who needs a mentor"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("The first number is the limit of the rule, 0 being the usual one; the second is how urgent the need is."));
  for (guint i = 0; i < ty_code_list_get_n_items (list); i++)
    add_need_row (form, group, ty_code_list_get_item (list, i));
  ty_pairing_form_add_group (form->window, group);
}

static void
add_weights_group (Form *form)
{
  GtkWidget *group = adw_preferences_group_new ();
  TyFitRules usual;

  ty_fit_rules_init (&usual);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("How well two fit"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("How many points each criterion brings at most."));
  for (guint i = 0; i < TY_N_FIT_CRITERIA; i++)
    {
      TyRecord *row = form->stored != NULL ? find_row (form->stored->weights, ty_fit_criterion_to_string (i)) : NULL;
      GtkWidget *line = adw_action_row_new ();

      form->weights[i] = make_spin (0, TY_FIT_MAX_WEIGHT, row != NULL
                                      ? (int) ty_record_get_integer (row, TY_PROGRAMME_WEIGHT_WEIGHT)
                                      : usual.weights[i], ty_fit_criterion_get_label (i));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), ty_fit_criterion_get_label (i));
      adw_action_row_add_suffix (ADW_ACTION_ROW (line), GTK_WIDGET (form->weights[i]));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), line);
    }
  ty_pairing_form_add_group (form->window, group);
}

static void
add_fields_group (Form *form)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr(TyRecord) programme = form->stored != NULL ? g_object_ref (form->stored->programme)
                                                       : ty_record_new (&ty_programme_info);

  if (form->stored == NULL)
    {
      ty_record_set_text (programme, TY_PROGRAMME_LEVEL, "township");
      ty_record_set_integer (programme, TY_PROGRAMME_CAPACITY, 3);
      ty_record_set_integer (programme, TY_PROGRAMME_TALKS, 1);
      ty_record_set_integer (programme, TY_PROGRAMME_MONTHS, 12);
      ty_record_set_integer (programme, TY_PROGRAMME_KEEP, USUAL_KEEP);
      ty_record_set_date (programme, TY_PROGRAMME_FROM_DATE, ty_date_today ());
    }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      form->rows[i] = ty_field_row_new (programme, fields[i]);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), ty_field_row_get_widget (form->rows[i]));
    }
  ty_pairing_form_add_group (form->window, group);
}

/**
 * ty_programme_form_new:
 * @office: where it is saved
 * @stored: (nullable): the programme as it was read; none = a new one
 *
 * Returns: (transfer floating): a form for a programme
 */
TyPairingForm *
ty_programme_form_new (TyOffice         *office,
                       TyProgrammeRules *stored)
{
  Form *form = g_new0 (Form, 1);

  form->stored = stored != NULL ? ty_programme_rules_dup (stored) : NULL;
  form->needs = g_array_new (FALSE, FALSE, sizeof (Need));
  form->window = ty_pairing_form_new (office, stored != NULL ? _("Programme") : _("New Programme"), NULL, _("_Save"),
                                      save, form, form_free);
  add_fields_group (form);
  add_needs_group (form);
  add_weights_group (form);
  return form->window;
}
