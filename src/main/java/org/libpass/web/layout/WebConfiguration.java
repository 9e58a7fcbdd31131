package org.libpass.web.layout;

import org.libpass.web.ReaderLanguage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all pages need of Spring MVC: the choice of language, and the frame. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  private final Languages languages = new Languages();
  private final LayoutInterceptor layout;
  private final ObjectProvider<ReaderLanguage> ofReaders;

  WebConfiguration(LayoutInterceptor layout, ObjectProvider<ReaderLanguage> ofReaders) {
    this.layout = layout;
    this.ofReaders = ofReaders;
  }

  @Bean
  LocaleResolver localeResolver() {
    return languages;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new LanguageChoice(languages, ofReaders));
    registry.addInterceptor(layout);
  }
}
