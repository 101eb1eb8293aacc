/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-as-of-button"

#include "config.h"

#include "ty-as-of-button.h"

#include "ty-format.h"
#include "ty-term.h"
#include "ty-text-scale.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

#define ICON_SIZE 16 /* pixels */

/**
 * TyAsOfButton:
 *
 * The cut-off date in the header bar (截至日期): a calendar, an entry for a typed date, today, and
 * the days around the terms.
 */
struct _TyAsOfButton
{
  AdwBin parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkWidget *icon;
  GtkWidget *word_label;
  GtkLabel *value_label;
  GtkEntry *entry;
  GtkLabel *error_label;
  GtkCalendar *calendar;
  GtkBox *terms_box;

  /* Owned */
  char *date; /* ISO day */
};

typedef enum
{
  PROP_DATE = 1,
} TyAsOfButtonProps;

static GParamSpec *properties[PROP_DATE + 1];

G_DEFINE_FINAL_TYPE (TyAsOfButton, ty_as_of_button, ADW_TYPE_BIN)

static void
show_date (TyAsOfButton *self)
{
  TyDate day = ty_date_from_iso (self->date);
  gboolean today = ty_date_compare (day, ty_date_today ()) == 0;
  g_autofree char *text = ty_date_to_record (day);
  g_autofree char *name = g_strdup_printf (_("Cut-off date: %s"), text);

  if (today)
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "ty-other-day");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "ty-other-day");
  gtk_label_set_label (self->value_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, today ? "" : _("not today"),
                                  -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), FALSE);
  if (day.day != 0)
    {
      g_autoptr(GDateTime) moment = g_date_time_new_local (day.year, day.month, day.day, 12, 0, 0);

      gtk_calendar_select_day (self->calendar, moment);
    }
}

static void
set_date (TyAsOfButton *self,
          const char   *date)
{
  if (g_strcmp0 (self->date, date) == 0)
    return;

  g_free (self->date);
  self->date = g_strdup (date);
  show_date (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

static void
choose (TyAsOfButton *self,
        TyDate        day)
{
  g_autofree char *iso = NULL;

  /* A month or a year stands for its first day. */
  if (day.day == 0)
    day = ty_date_from_days (ty_date_to_days (day));
  iso = ty_date_to_iso (day);
  set_date (self, iso);
}

static void
day_selected_cb (TyAsOfButton *self,
                 GtkCalendar  *calendar)
{
  g_autoptr(GDateTime) moment = gtk_calendar_get_date (calendar);

  choose (self, ty_date_new ((guint) g_date_time_get_year (moment),
                             (guint) g_date_time_get_month (moment),
                             (guint) g_date_time_get_day_of_month (moment)));
}

static void
entry_activate_cb (TyAsOfButton *self,
                   GtkEntry     *entry)
{
  g_autoptr(GError) error = NULL;
  TyDate day;

  if (!ty_date_parse_record (gtk_editable_get_text (GTK_EDITABLE (entry)), &day, NULL, &error) ||
      !ty_date_is_known (day))
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      gtk_label_set_label (self->error_label, _("Write a date such as 2021.12.31."));
      gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
      return;
    }

  choose (self, day);
  show_date (self);
  gtk_menu_button_popdown (self->button);
}

static void
day_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TyAsOfButton *self = TY_AS_OF_BUTTON (widget);
  const char *iso = g_variant_get_string (parameter, NULL);

  choose (self, *iso != '\0' ? ty_date_from_iso (iso) : ty_date_today ());
  gtk_menu_button_popdown (self->button);
}

static void
ty_as_of_button_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TyAsOfButton *self = TY_AS_OF_BUTTON (object);

  switch ((TyAsOfButtonProps) prop_id)
    {
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_as_of_button_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TyAsOfButton *self = TY_AS_OF_BUTTON (object);

  switch ((TyAsOfButtonProps) prop_id)
    {
    case PROP_DATE:
      set_date (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_as_of_button_finalize (GObject *object)
{
  TyAsOfButton *self = TY_AS_OF_BUTTON (object);

  g_clear_pointer (&self->date, g_free);

  G_OBJECT_CLASS (ty_as_of_button_parent_class)->finalize (object);
}

static void
ty_as_of_button_class_init (TyAsOfButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ty_as_of_button_get_property;
  object_class->set_property = ty_as_of_button_set_property;
  object_class->finalize = ty_as_of_button_finalize;

  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                               G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/widgets/ty-as-of-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TyAsOfButton, button);
  gtk_widget_class_bind_template_child (widget_class, TyAsOfButton, icon);
  gtk_widget_class_bind_template_child (widget_class, TyAsOfButton, word_label);
  gtk_widget_class_bind_template_child (widget_class, TyAsOfButton, value_label);
  gtk_widget_class_bind_template_child (widget_class, TyAsOfButton, entry);
  gtk_widget_class_bind_template_child (widget_class, TyAsOfButton, error_label);
  gtk_widget_class_bind_template_child (widget_class, TyAsOfButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, TyAsOfButton, terms_box);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_install_action (widget_class, "as-of.day", "s", day_action);
}

/* The arrows of a calendar, in their order; GTK 4.8 leaves them without a name. */
static void
name_arrows (GtkWidget *widget,
             guint     *number)
{
  static const char * const names[] = {
    N_("Previous month"), N_("Next month"), N_("Previous year"), N_("Next year"),
  };

  if (GTK_IS_BUTTON (widget) && *number < G_N_ELEMENTS (names))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, _(names[(*number)++]),
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_arrows (child, number);
}

/* GtkCalendar names days and months in the language of the system, which need not be that of the program. */
static void
name_days (GtkWidget *widget)
{
  static const char *const days[] = {
    NC_("day of a calendar", "Sun"), NC_("day of a calendar", "Mon"), NC_("day of a calendar", "Tue"),
    NC_("day of a calendar", "Wed"), NC_("day of a calendar", "Thu"), NC_("day of a calendar", "Fri"),
    NC_("day of a calendar", "Sat"),
  };
  static const char *const months[] = {
    NC_("month of a calendar", "January"), NC_("month of a calendar", "February"),
    NC_("month of a calendar", "March"), NC_("month of a calendar", "April"),
    NC_("month of a calendar", "May"), NC_("month of a calendar", "June"),
    NC_("month of a calendar", "July"), NC_("month of a calendar", "August"),
    NC_("month of a calendar", "September"), NC_("month of a calendar", "October"),
    NC_("month of a calendar", "November"), NC_("month of a calendar", "December"),
  };
  gboolean is_day = GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "day-name");
  guint month = 0;

  for (guint i = 0; is_day && i < G_N_ELEMENTS (days); i++)
    if (g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), nl_langinfo (ABDAY_1 + i)))
      {
        gtk_label_set_label (GTK_LABEL (widget), g_dpgettext2 (GETTEXT_PACKAGE, "day of a calendar", days[i]));
        break;
      }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_STACK (widget) && GTK_IS_LABEL (child) && month < G_N_ELEMENTS (months))
      gtk_label_set_label (GTK_LABEL (child), g_dpgettext2 (GETTEXT_PACKAGE, "month of a calendar", months[month++]));
    else
      name_days (child);
}

static void
ty_as_of_button_init (TyAsOfButton *self)
{
  guint n_arrows = 0;

  gtk_widget_init_template (GTK_WIDGET (self));
  name_arrows (GTK_WIDGET (self->calendar), &n_arrows);
  name_days (GTK_WIDGET (self->calendar));
}

static void
add_day (TyAsOfButton *self,
         const char   *label,
         TyDate        day)
{
  g_autofree char *iso = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *spoken = NULL;
  GtkWidget *button, *box, *name, *date;

  if (day.day == 0)
    day = ty_date_from_days (ty_date_to_days (day));
  iso = ty_date_to_iso (day);
  shown = ty_date_to_record (day);

  name = gtk_label_new (label);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  date = gtk_label_new (shown);
  gtk_widget_add_css_class (date, "dim-label");
  gtk_widget_add_css_class (date, "numeric");
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), date);
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "as-of.day");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", iso);
  spoken = g_strdup_printf (_("%s: %s"), label, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_box_append (self->terms_box, button);
}

/**
 * ty_as_of_button_set_terms:
 * @self: a button
 * @terms: (element-type TyTerm): the terms, the newest first
 *
 * Offers the first day of each term, and the last before it.
 */
void
ty_as_of_button_set_terms (TyAsOfButton *self,
                           GPtrArray    *terms)
{
  GtkWidget *child;

  g_return_if_fail (TY_IS_AS_OF_BUTTON (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->terms_box))) != NULL)
    gtk_box_remove (self->terms_box, child);

  for (guint i = 0; i < terms->len; i++)
    {
      TyRecord *term = g_ptr_array_index (terms, i);
      int year = (int) ty_record_get_integer (term, TY_TERM_YEAR);
      TyDate from = ty_record_get_date (term, TY_TERM_FROM_DATE);
      g_autofree char *first = g_strdup_printf (_("Term of %d begins"), year);
      g_autofree char *before = g_strdup_printf (_("Before the term of %d"), year);

      if (!ty_date_is_known (from))
        continue;
      add_day (self, first, from);
      add_day (self, before, ty_date_add_days (ty_date_from_days (ty_date_to_days (from)), -1));
    }
}

/**
 * ty_as_of_button_show_parts:
 * @self: a button
 * @icon: whether there is room for its icon
 * @word: whether there is room for the word that says what it is
 *
 * Without room the tooltip says it.
 */
void
ty_as_of_button_show_parts (TyAsOfButton *self,
                            gboolean      icon,
                            gboolean      word)
{
  g_return_if_fail (TY_IS_AS_OF_BUTTON (self));

  gtk_widget_set_visible (self->icon, icon);
  gtk_widget_set_visible (self->word_label, word);
}

/**
 * ty_as_of_button_measure_word:
 * @self: a button
 *
 * Returns: the pixels that the word takes, or would take
 */
int
ty_as_of_button_measure_word (TyAsOfButton *self)
{
  g_return_val_if_fail (TY_IS_AS_OF_BUTTON (self), 0);

  return ty_text_measure (self->word_label, gtk_label_get_label (GTK_LABEL (self->word_label)))
         + gtk_box_get_spacing (GTK_BOX (gtk_widget_get_parent (self->word_label)));
}

/**
 * ty_as_of_button_measure_icon:
 * @self: a button
 *
 * Returns: the pixels that the icon takes, or would take
 */
int
ty_as_of_button_measure_icon (TyAsOfButton *self)
{
  g_return_val_if_fail (TY_IS_AS_OF_BUTTON (self), 0);

  return ICON_SIZE + gtk_box_get_spacing (GTK_BOX (gtk_widget_get_parent (self->icon)));
}
