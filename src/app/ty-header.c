/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-header"

#include "config.h"

#include "ty-header.h"

#include "ty-as-of-button.h"
#include "ty-office-units.h"
#include "ty-scope-button.h"
#include "ty-search-button.h"

#include <glib/gi18n-lib.h>

/**
 * TyHeader:
 *
 * The header bar above the pages: back and forward, the title, the search, the scope, the cut-off date, undo
 * and redo. What it shows of the office is bound to it.
 */
struct _TyHeader
{
  AdwBin parent_instance;

  /* Template */
  TyAsOfButton *as_of_button;
  TyScopeButton *scope_button;
  TySearchButton *search_button;

  /* Owned */
  TyOffice *office;          /* (nullable) */
  GBindingGroup *bindings;
  GSignalGroup *signals;
  GCancellable *cancellable; /* (nullable) */
  char *title;
  char *trail; /* (nullable) */
  gboolean folded;
};

typedef enum
{
  PROP_OFFICE = 1,
  PROP_TITLE,
  PROP_TRAIL,
  PROP_FOLDED,
  PROP_TOPICS,
} TyHeaderProps;

static GParamSpec *properties[PROP_TOPICS + 1];

G_DEFINE_FINAL_TYPE (TyHeader, ty_header, ADW_TYPE_BIN)

static char *
format_undo (TyHeader   *self,
             const char *label)
{
  return label != NULL ? g_strdup_printf (_("Undo: %s"), label) : g_strdup (_("Nothing to undo"));
}

static char *
format_redo (TyHeader   *self,
             const char *label)
{
  return label != NULL ? g_strdup_printf (_("Redo: %s"), label) : g_strdup (_("Nothing to redo"));
}

static void
terms_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) terms = ty_office_list_terms_finish (TY_OFFICE (source), result, &error);

  if (terms == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("The terms cannot be read: %s", error->message);
      return;
    }

  ty_as_of_button_set_terms (TY_HEADER (user_data)->as_of_button, terms);
}

static void
load (TyHeader *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->as_of_button), ty_office_is_open (self->office));
  gtk_widget_set_sensitive (GTK_WIDGET (self->scope_button), ty_office_is_open (self->office));
  if (!ty_office_is_open (self->office))
    return;

  self->cancellable = g_cancellable_new ();
  ty_office_list_terms_async (self->office, self->cancellable, terms_cb, self);
}

static void
set_office (TyHeader *self,
            TyOffice *office)
{
  if (!g_set_object (&self->office, office))
    return;

  g_binding_group_set_source (self->bindings, office);
  g_signal_group_set_target (self->signals, office);
  g_object_set (ty_search_button_get_search (self->search_button), "office", office, NULL);
  if (office != NULL)
    load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OFFICE]);
}

static void
ty_header_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TyHeader *self = TY_HEADER (object);

  switch ((TyHeaderProps) prop_id)
    {
    case PROP_OFFICE:
      g_value_set_object (value, self->office);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_TRAIL:
      g_value_set_string (value, self->trail);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_TOPICS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_header_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TyHeader *self = TY_HEADER (object);

  switch ((TyHeaderProps) prop_id)
    {
    case PROP_OFFICE:
      set_office (self, g_value_get_object (value));
      break;
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      break;
    case PROP_TRAIL:
      g_free (self->trail);
      self->trail = g_value_dup_string (value);
      break;
    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      break;
    case PROP_TOPICS:
      g_object_set_property (G_OBJECT (ty_search_button_get_search (self->search_button)), "topics",
                             value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_header_dispose (GObject *object)
{
  TyHeader *self = TY_HEADER (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->bindings);
  g_clear_object (&self->signals);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_header_parent_class)->dispose (object);
}

static void
ty_header_finalize (GObject *object)
{
  TyHeader *self = TY_HEADER (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->trail, g_free);

  G_OBJECT_CLASS (ty_header_parent_class)->finalize (object);
}

static void
ty_header_class_init (TyHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_header_get_property;
  object_class->set_property = ty_header_set_property;
  object_class->dispose = ty_header_dispose;
  object_class->finalize = ty_header_finalize;

  properties[PROP_OFFICE] = g_param_spec_object ("office", NULL, NULL, TY_TYPE_OFFICE,
                                                 flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_TRAIL] = g_param_spec_string ("trail", NULL, NULL, NULL, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  properties[PROP_TOPICS] = g_param_spec_object ("topics", NULL, NULL, TY_TYPE_TOPICS,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TY_TYPE_SCOPE_BUTTON);
  g_type_ensure (TY_TYPE_SEARCH_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-header.ui");
  gtk_widget_class_bind_template_child (widget_class, TyHeader, as_of_button);
  gtk_widget_class_bind_template_child (widget_class, TyHeader, scope_button);
  gtk_widget_class_bind_template_child (widget_class, TyHeader, search_button);
  gtk_widget_class_bind_template_callback (widget_class, format_undo);
  gtk_widget_class_bind_template_callback (widget_class, format_redo);
}

static void
ty_header_init (TyHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->as_of_button), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->scope_button), FALSE);
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "as-of", self->as_of_button, "date",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_binding_group_bind (self->bindings, "scope-name", self->scope_button, "scope-name",
                        G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->bindings, "scope", self->scope_button, "scope",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  self->signals = g_signal_group_new (TY_TYPE_OFFICE);
  g_signal_group_connect_object (self->signals, "changed", G_CALLBACK (load), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "notify::open", G_CALLBACK (load), self,
                                 G_CONNECT_SWAPPED);
}

/**
 * ty_header_search:
 * @self: a header
 *
 * Opens the search and gives the focus to it.
 */
void
ty_header_search (TyHeader *self)
{
  g_return_if_fail (TY_IS_HEADER (self));

  ty_search_button_open (self->search_button);
}

/**
 * ty_header_set_tight:
 * @self: a header
 * @tight: whether there is little room
 *
 * Without room the title stays whole, and the words of scope and cut-off date go.
 */
void
ty_header_set_tight (TyHeader *self,
                     gboolean  tight)
{
  g_return_if_fail (TY_IS_HEADER (self));

  ty_scope_button_set_tight (self->scope_button, tight);
  ty_as_of_button_set_tight (self->as_of_button, tight);
}
