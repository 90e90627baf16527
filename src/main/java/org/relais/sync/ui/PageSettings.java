package org.relais.sync.ui;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Brings the settings of this page in. */
@Configuration
@EnableConfigurationProperties(BadgeSettings.class)
class PageSettings {}
