/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-page"

#include "config.h"

#include "ty-page.h"

#include "ty-clipboard.h"

#include <glib/gi18n-lib.h>

#define COUNT_DELAY 150 /* ms until the number beside the entry is asked for */

/**
 * TyPage:
 *
 * A place of the window. Its name, title, icon, group and count make its entry in the sidebar; it reads what
 * it shows from the office, and again after a change, but only while it is seen.
 *
 * A page says what went wrong with the signal “problem”, what was done with “done”, and what there is
 * nothing to undo of with “told”, each with a sentence; the window shows them.
 */
typedef struct
{
  /* Owned */
  char *page_name;
  char *title;
  char *trail;                /* (nullable) */
  char *icon_name;
  char *group;                /* (nullable) */
  TyOffice *office;           /* (nullable) */
  GSignalGroup *office_signals;
  GCancellable *cancellable;  /* (nullable) */

  GCancellable *counting;     /* (nullable) */

  int count;                  /* -1 = none */
  TyPageBadge badge;
  guint count_id;
  gboolean loading;
  gboolean stale;
} TyPagePrivate;

typedef enum
{
  PROP_PAGE_NAME = 1,
  PROP_TITLE,
  PROP_TRAIL,
  PROP_ICON_NAME,
  PROP_OFFICE,
  PROP_LOADING,
  PROP_GROUP,
  PROP_COUNT,
  PROP_BADGE,
} TyPageProps;

enum
{
  SIGNAL_PROBLEM,
  SIGNAL_DONE,
  SIGNAL_TOLD,
  N_SIGNALS
};

static GParamSpec *properties[PROP_BADGE + 1];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TyPage, ty_page, ADW_TYPE_BIN)

static gboolean
count_cb (gpointer user_data)
{
  TyPage *self = TY_PAGE (user_data);
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  priv->count_id = 0;
  if (priv->office == NULL || !ty_office_is_open (priv->office))
    return G_SOURCE_REMOVE;

  priv->counting = g_cancellable_new ();
  TY_PAGE_GET_CLASS (self)->count (self, priv->counting);
  return G_SOURCE_REMOVE;
}

/* A moment later: what the page in sight asks for comes first, and several changes are one. */
static void
count_later (TyPage *self)
{
  TyPagePrivate *priv = ty_page_get_instance_private (self);
  guint delay = TY_PAGE_GET_CLASS (self)->count_delay;

  if (TY_PAGE_GET_CLASS (self)->count == NULL)
    return;

  if (priv->counting != NULL)
    g_cancellable_cancel (priv->counting);
  g_clear_object (&priv->counting);
  g_clear_handle_id (&priv->count_id, g_source_remove);
  priv->count_id = g_timeout_add_full (G_PRIORITY_LOW, delay > 0 ? delay : COUNT_DELAY, count_cb, self,
                                       NULL);
}

static void
changed_cb (TyPage *self)
{
  ty_page_refresh (self);
  count_later (self);
}

static void
set_office (TyPage   *self,
            TyOffice *office)
{
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  if (!g_set_object (&priv->office, office))
    return;

  g_signal_group_set_target (priv->office_signals, office);
  ty_page_set_count (self, -1, TY_PAGE_BADGE_COUNT);
  changed_cb (self);
}

static void
ty_page_map (GtkWidget *widget)
{
  TyPage *self = TY_PAGE (widget);
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  GTK_WIDGET_CLASS (ty_page_parent_class)->map (widget);

  if (priv->stale)
    ty_page_refresh (self);
}

static void
ty_page_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  TyPagePrivate *priv = ty_page_get_instance_private (TY_PAGE (object));

  switch ((TyPageProps) prop_id)
    {
    case PROP_PAGE_NAME:
      g_value_set_string (value, priv->page_name);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_TRAIL:
      g_value_set_string (value, priv->trail);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, priv->icon_name);
      break;
    case PROP_OFFICE:
      g_value_set_object (value, priv->office);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, priv->loading);
      break;
    case PROP_GROUP:
      g_value_set_string (value, priv->group);
      break;
    case PROP_COUNT:
      g_value_set_int (value, priv->count);
      break;
    case PROP_BADGE:
      g_value_set_int (value, (int) priv->badge);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_page_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  TyPage *self = TY_PAGE (object);
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  switch ((TyPageProps) prop_id)
    {
    case PROP_PAGE_NAME:
      g_free (priv->page_name);
      priv->page_name = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      ty_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_TRAIL:
      g_free (priv->trail);
      priv->trail = g_value_dup_string (value);
      break;
    case PROP_ICON_NAME:
      g_free (priv->icon_name);
      priv->icon_name = g_value_dup_string (value);
      break;
    case PROP_OFFICE:
      set_office (self, g_value_get_object (value));
      break;
    case PROP_LOADING:
      ty_page_set_loading (self, g_value_get_boolean (value));
      break;
    case PROP_GROUP:
      g_free (priv->group);
      priv->group = g_value_dup_string (value);
      break;
    case PROP_COUNT:
    case PROP_BADGE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_page_dispose (GObject *object)
{
  TyPagePrivate *priv = ty_page_get_instance_private (TY_PAGE (object));

  if (priv->cancellable != NULL)
    g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  if (priv->counting != NULL)
    g_cancellable_cancel (priv->counting);
  g_clear_object (&priv->counting);
  g_clear_handle_id (&priv->count_id, g_source_remove);
  g_clear_object (&priv->office_signals);
  g_clear_object (&priv->office);

  G_OBJECT_CLASS (ty_page_parent_class)->dispose (object);
}

static void
ty_page_finalize (GObject *object)
{
  TyPagePrivate *priv = ty_page_get_instance_private (TY_PAGE (object));

  g_clear_pointer (&priv->page_name, g_free);
  g_clear_pointer (&priv->title, g_free);
  g_clear_pointer (&priv->trail, g_free);
  g_clear_pointer (&priv->icon_name, g_free);
  g_clear_pointer (&priv->group, g_free);

  G_OBJECT_CLASS (ty_page_parent_class)->finalize (object);
}

static void
ty_page_class_init (TyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_page_get_property;
  object_class->set_property = ty_page_set_property;
  object_class->dispose = ty_page_dispose;
  object_class->finalize = ty_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = ty_page_map;

  properties[PROP_PAGE_NAME] = g_param_spec_string ("page-name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                flags | G_PARAM_EXPLICIT_NOTIFY);
  /* Where it stands, from the place in the sidebar on: 花名册 › 南沟乡 › 西凤湾村. */
  properties[PROP_TRAIL] = g_param_spec_string ("trail", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_OFFICE] = g_param_spec_object ("office", NULL, NULL, TY_TYPE_OFFICE, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, NULL, flags);
  properties[PROP_COUNT] = g_param_spec_int ("count", NULL, NULL, -1, G_MAXINT, -1,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BADGE] = g_param_spec_int ("badge", NULL, NULL, 0, TY_PAGE_BADGE_LATE, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_PROBLEM] = g_signal_new ("problem", TY_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_DONE] = g_signal_new ("done", TY_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_TOLD] = g_signal_new ("told", TY_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ty_page_init (TyPage *self)
{
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  priv->stale = TRUE;
  priv->count = -1;
  priv->office_signals = g_signal_group_new (TY_TYPE_OFFICE);
  g_signal_group_connect_object (priv->office_signals, "changed", G_CALLBACK (changed_cb), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (priv->office_signals, "notify::open",
                                 G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ty_page_get_office:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the office from which it reads
 */
TyOffice *
ty_page_get_office (TyPage *self)
{
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  g_return_val_if_fail (TY_IS_PAGE (self), NULL);

  return priv->office;
}

/**
 * ty_page_get_page_name:
 * @self: a page
 *
 * Returns: (transfer none): its name in the program, such as `roster`
 */
const char *
ty_page_get_page_name (TyPage *self)
{
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  g_return_val_if_fail (TY_IS_PAGE (self), NULL);

  return priv->page_name;
}

/**
 * ty_page_get_title:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what the header bar shows
 */
const char *
ty_page_get_title (TyPage *self)
{
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  g_return_val_if_fail (TY_IS_PAGE (self), NULL);

  return priv->title;
}

/**
 * ty_page_set_title:
 * @self: a page
 * @title: (nullable): what the header bar shows, already translated
 */
void
ty_page_set_title (TyPage     *self,
                   const char *title)
{
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  g_return_if_fail (TY_IS_PAGE (self));

  if (g_strcmp0 (priv->title, title) == 0)
    return;

  g_free (priv->title);
  priv->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * ty_page_get_loading:
 * @self: a page
 *
 * Returns: whether it waits for what it shows
 */
gboolean
ty_page_get_loading (TyPage *self)
{
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  g_return_val_if_fail (TY_IS_PAGE (self), FALSE);

  return priv->loading;
}

/**
 * ty_page_set_loading:
 * @self: a page
 * @loading: whether it waits for what it shows
 */
void
ty_page_set_loading (TyPage   *self,
                     gboolean  loading)
{
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  g_return_if_fail (TY_IS_PAGE (self));

  loading = !!loading;
  if (priv->loading == loading)
    return;

  priv->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/**
 * ty_page_get_group:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the heading under which its entry stands, already translated
 */
const char *
ty_page_get_group (TyPage *self)
{
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  g_return_val_if_fail (TY_IS_PAGE (self), NULL);

  return priv->group;
}

/**
 * ty_page_get_count:
 * @self: a page
 *
 * Returns: the number beside its entry, -1 = none
 */
int
ty_page_get_count (TyPage *self)
{
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  g_return_val_if_fail (TY_IS_PAGE (self), -1);

  return priv->count;
}

/**
 * ty_page_get_badge:
 * @self: a page
 *
 * Returns: what the number beside its entry means
 */
TyPageBadge
ty_page_get_badge (TyPage *self)
{
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  g_return_val_if_fail (TY_IS_PAGE (self), TY_PAGE_BADGE_COUNT);

  return priv->badge;
}

/**
 * ty_page_set_count:
 * @self: a page
 * @count: the number beside its entry, -1 = none
 * @badge: what it means
 */
void
ty_page_set_count (TyPage      *self,
                   int          count,
                   TyPageBadge  badge)
{
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  g_return_if_fail (TY_IS_PAGE (self));

  if (priv->count == count && priv->badge == badge)
    return;

  priv->count = count;
  priv->badge = badge;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BADGE]);
}

/**
 * ty_page_get_person:
 * @self: a page
 *
 * Returns: key of whom the keyboard is at in its list, or 0
 */
gint64
ty_page_get_person (TyPage *self)
{
  g_return_val_if_fail (TY_IS_PAGE (self), 0);

  return TY_PAGE_GET_CLASS (self)->get_person != NULL ? TY_PAGE_GET_CLASS (self)->get_person (self) : 0;
}

/**
 * ty_page_can_find:
 * @self: a page
 *
 * Returns: whether the page has a search entry
 */
gboolean
ty_page_can_find (TyPage *self)
{
  g_return_val_if_fail (TY_IS_PAGE (self), FALSE);

  return TY_PAGE_GET_CLASS (self)->find != NULL;
}

/**
 * ty_page_find:
 * @self: a page for which ty_page_can_find() is true
 *
 * Gives the focus to the page's search entry.
 */
void
ty_page_find (TyPage *self)
{
  g_return_if_fail (TY_IS_PAGE (self));

  if (TY_PAGE_GET_CLASS (self)->find != NULL)
    TY_PAGE_GET_CLASS (self)->find (self);
}

/**
 * ty_page_can_print:
 * @self: a page
 *
 * Returns: whether what it shows can be printed
 */
gboolean
ty_page_can_print (TyPage *self)
{
  g_return_val_if_fail (TY_IS_PAGE (self), FALSE);

  return TY_PAGE_GET_CLASS (self)->print != NULL;
}

/**
 * ty_page_print:
 * @self: a page for which ty_page_can_print() is true
 *
 * Asks for a printer, and prints what the page shows.
 */
void
ty_page_print (TyPage *self)
{
  g_return_if_fail (TY_IS_PAGE (self));

  if (TY_PAGE_GET_CLASS (self)->print != NULL)
    TY_PAGE_GET_CLASS (self)->print (self);
}

/**
 * ty_page_can_present:
 * @self: a page
 *
 * Returns: whether what it shows can be shown in a meeting
 */
gboolean
ty_page_can_present (TyPage *self)
{
  g_return_val_if_fail (TY_IS_PAGE (self), FALSE);

  return TY_PAGE_GET_CLASS (self)->present != NULL;
}

/**
 * ty_page_present:
 * @self: a page for which ty_page_can_present() is true
 *
 * Shows it over a whole screen.
 */
void
ty_page_present (TyPage *self)
{
  g_return_if_fail (TY_IS_PAGE (self));

  if (TY_PAGE_GET_CLASS (self)->present != NULL)
    TY_PAGE_GET_CLASS (self)->present (self);
}

/**
 * ty_page_refresh:
 * @self: a page
 *
 * Reads again what the page shows, at once if it is seen and else when it will be.
 */
void
ty_page_refresh (TyPage *self)
{
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  g_return_if_fail (TY_IS_PAGE (self));

  priv->stale = TRUE;
  if (priv->office == NULL || !ty_office_is_open (priv->office) ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  priv->stale = FALSE;
  TY_PAGE_GET_CLASS (self)->refresh (self);
}

/**
 * ty_page_begin:
 * @self: a page
 *
 * Begins to load: what was asked before is cancelled.
 *
 * Returns: (transfer none): cancels what is asked now, once it is out of date
 */
GCancellable *
ty_page_begin (TyPage *self)
{
  TyPagePrivate *priv = ty_page_get_instance_private (self);

  g_return_val_if_fail (TY_IS_PAGE (self), NULL);

  if (priv->cancellable != NULL)
    g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  priv->cancellable = g_cancellable_new ();
  ty_page_set_loading (self, TRUE);

  return priv->cancellable;
}

/**
 * ty_page_tell_problem:
 * @self: a page
 * @error: what went wrong
 *
 * Has the window say what went wrong.
 */
void
ty_page_tell_problem (TyPage       *self,
                      const GError *error)
{
  g_return_if_fail (TY_IS_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_PROBLEM], 0, error->message);
}

/**
 * ty_page_tell_done:
 * @self: a page
 * @text: what was done, a short sentence
 *
 * Has the window say what was done, and offer to undo it.
 */
void
ty_page_tell_done (TyPage     *self,
                   const char *text)
{
  g_return_if_fail (TY_IS_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_DONE], 0, text);
}

/**
 * ty_page_tell:
 * @self: a page
 * @text: what happened, a short sentence
 *
 * Has the window say what happened, where the file is not another and nothing can be undone.
 */
void
ty_page_tell (TyPage     *self,
              const char *text)
{
  g_return_if_fail (TY_IS_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_TOLD], 0, text);
}

/**
 * ty_page_tell_copied:
 * @self: a page
 * @text: what was copied, a sentence
 * @sensitive: whether it will be taken from the clipboard; see ty_clipboard_put()
 *
 * Tells what was copied, and for how long it stays on the clipboard.
 */
void
ty_page_tell_copied (TyPage     *self,
                     const char *text,
                     gboolean    sensitive)
{
  g_autofree char *whole = NULL;

  if (sensitive)
    /* Translators: a sentence about what was copied, and a number of seconds */
    whole = g_strdup_printf (_("%s The clipboard is cleared after %d seconds."), text,
                             TY_CLIPBOARD_SECONDS);
  ty_page_tell (self, whole != NULL ? whole : text);
}
