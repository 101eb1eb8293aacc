/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pages-types.h"

G_BEGIN_DECLS

typedef struct _TyApplication TyApplication;
typedef struct _TyHeader TyHeader;
typedef struct _TyImportWindow TyImportWindow;
typedef struct _TyNewCountyWindow TyNewCountyWindow;
typedef struct _TyPhotoItem TyPhotoItem;
typedef struct _TyPhotosWindow TyPhotosWindow;
typedef struct _TyPreferencesWindow TyPreferencesWindow;
typedef struct _TyPreviewWindow TyPreviewWindow;
typedef struct _TyScopeButton TyScopeButton;
typedef struct _TySearch TySearch;
typedef struct _TySearchButton TySearchButton;
typedef struct _TySearchHit TySearchHit;
typedef struct _TySearchRow TySearchRow;
typedef struct _TySidebar TySidebar;
typedef struct _TySidebarRow TySidebarRow;
typedef struct _TyTopics TyTopics;
typedef struct _TyWindow TyWindow;

G_END_DECLS
